package io.daybook.api.security;

import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Who stands behind a bearer token, and what they may do. */
final class Bearers implements AuthenticationManager {
    private final JwtDecoder tokens;
    private final KeyCallers keys;
    private final Permitted permitted;

    Bearers(JwtDecoder tokens, KeyCallers keys, Permitted permitted) {
        this.tokens = tokens;
        this.keys = keys;
        this.permitted = permitted;
    }

    /** Errors: {@link TokenRefused}. */
    @Override
    public CallerAuthentication authenticate(Authentication request) {
        if (!(request instanceof BearerTokenAuthenticationToken bearer)) throw new TokenRefused(Refusal.MALFORMED);
        try {
            return new CallerAuthentication(permitted.of(callerOf(bearer.getToken())));
        } catch (IllegalStateException | DataAccessException e) {
            throw new TokenRefused(Refusal.NO_ANSWER, e);
        }
    }

    private Caller callerOf(String token) {
        return token.startsWith(KeySecrets.MARK) ? keys.of(token) : CallerOfToken.of(tokens.decode(token));
    }
}
