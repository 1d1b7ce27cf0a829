package io.daybook.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.http.edge.Address;
import io.daybook.api.http.edge.Budget.Share;
import io.daybook.api.http.edge.Budgets;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Before a token is weighed, which takes the check of a signature or a look into the database: whether its sender may have that
 * done. What was believed lately is weighed all the same, but asks for no such leave: whoever guesses from behind an address keeps
 * nobody out who is known, and whoever is known and asks too much is told so before anything is looked up for them.
 */
final class Doorkeeper implements AuthenticationManagerResolver<HttpServletRequest> {
    private static final int REMEMBERED = 20_000;
    /** Health is always told: see RateLimitFilter. */
    private static final String HEALTH = "/actuator/health";

    private final AuthenticationManager bearers;
    private final Budgets budgets;
    /** By digest of the token, whose it was; they are forgotten in the order in which they were last used. */
    private final Map<String, String> believed = Collections.synchronizedMap(new Remembered());

    Doorkeeper(AuthenticationManager bearers, Budgets budgets) {
        this.bearers = bearers;
        this.budgets = budgets;
    }

    @Override
    public AuthenticationManager resolve(HttpServletRequest request) {
        return token -> letIn(token, request);
    }

    /** Errors: {@link TooManyTokens}, {@link TokenRefused}. */
    private Authentication letIn(Authentication given, HttpServletRequest request) {
        if (!(given instanceof BearerTokenAuthenticationToken bearer)) throw new TokenRefused(Refusal.MALFORMED);
        String digest = digest(bearer.getToken());
        spent(believed.get(digest), bearer.getToken(), request).ifPresent(share -> {
            throw new TooManyTokens(share);
        });
        try {
            Authentication caller = bearers.authenticate(given);
            if (caller.getPrincipal() instanceof Caller known)
                believed.put(digest, known.subject().value());
            return caller;
        } catch (TokenRefused e) {
            if (!TokenRefused.in(e).isOurs()) believed.remove(digest);
            throw e;
        }
    }

    private Optional<Share> spent(@Nullable String subject, String token, HttpServletRequest request) {
        if (subject != null)
            return request.getRequestURI().startsWith(HEALTH)
                    ? Optional.empty()
                    : budgets.callers().spent(subject);
        String address = Address.of(request);
        return token.startsWith(KeySecrets.MARK) ? budgets.beforeLookUp(address) : budgets.beforeSignature(address);
    }

    private static String digest(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static final class Remembered extends LinkedHashMap<String, String> {
        private static final long serialVersionUID = 1L;

        Remembered() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    }
}
