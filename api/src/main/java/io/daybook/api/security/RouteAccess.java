package io.daybook.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets a request through when a row of the table does. */
final class RouteAccess implements AuthorizationManager<RequestAuthorizationContext> {
    private final boolean development;

    RouteAccess(boolean development) {
        this.development = development;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        Optional<Route> route = Routes.table()
                .find(request.getMethod(), pathOf(request))
                .filter(row -> development || !row.isForDevelopment());
        return new AuthorizationDecision(route.filter(row -> row.open() || allows(row, authentication.get()))
                .isPresent());
    }

    private static boolean allows(Route route, @Nullable Authentication authentication) {
        return authentication instanceof CallerAuthentication caller && route.allows(caller.getPrincipal());
    }

    static String pathOf(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
