package io.daybook.api.security;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Who stands behind a bearer token. */
final class Bearers implements AuthenticationManager {
    private final JwtDecoder tokens;

    Bearers(JwtDecoder tokens) {
        this.tokens = tokens;
    }

    /** Errors: {@link TokenRefused}. */
    @Override
    public Authentication authenticate(Authentication request) {
        if (!(request instanceof BearerTokenAuthenticationToken bearer)) throw new TokenRefused(Refusal.MALFORMED);
        return new CallerAuthentication(CallerOfToken.of(tokens.decode(bearer.getToken())));
    }
}
