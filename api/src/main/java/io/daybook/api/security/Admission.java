package io.daybook.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/** Whether whoever was let in still would be: for answers that take so long that a token may end, or a role be withdrawn. */
public final class Admission {
    private final Bearers bearers;
    private final BearerTokenResolver tokens = new OneToken();

    Admission(Bearers bearers) {
        this.bearers = bearers;
    }

    /** Who asks, as of now; empty where they would not be let in again, or nobody can tell. */
    public Optional<Caller> again(HttpServletRequest request) {
        String token = tokens.resolve(request);
        if (token == null) return Optional.empty();
        try {
            CallerAuthentication now = bearers.authenticate(new BearerTokenAuthenticationToken(token));
            return Optional.of(now.getPrincipal()).filter(caller -> opens(request, caller));
        } catch (AuthenticationException refused) {
            return Optional.empty();
        }
    }

    private static boolean opens(HttpServletRequest request, Caller caller) {
        return Routes.table()
                .find(request.getMethod(), RouteAccess.pathOf(request))
                .filter(route -> route.allows(caller))
                .isPresent();
    }
}
