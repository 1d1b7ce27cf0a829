package io.daybook.api.security;

import io.daybook.api.http.edge.Address;
import io.daybook.api.http.edge.Budget.Share;
import io.daybook.api.http.edge.Budgets;
import io.daybook.api.http.problem.ProblemWriter;
import io.daybook.api.watch.Watch;
import io.daybook.kernel.Subject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** What security answers instead of a controller: who are you (401), not with your roles (403), and nothing here. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
    private final ProblemWriter problems;
    private final RefusalLog log;
    private final Budgets budgets;
    private final Watch watch;
    private final boolean development;

    /** @param development whether routes of development are there */
    Refusals(ProblemWriter problems, RefusalLog log, Budgets budgets, Watch watch, boolean development) {
        this.problems = problems;
        this.log = log;
        this.budgets = budgets;
        this.watch = watch;
        this.development = development;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof TooManyTokens spent) {
            tooMany(request, response, spent.share(), "Too many requests: wait as long as Retry-After says.");
            return;
        }
        Refusal why = e instanceof InsufficientAuthenticationException ? Refusal.NO_TOKEN : TokenRefused.in(e);
        if (why.isOurs()) {
            log.noteFailure(why, request, e);
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            problems.write(
                    request,
                    response,
                    "unavailable",
                    "Nobody can tell just now what this token is worth: try again in a moment.");
            return;
        }
        Share share = budgets.failures().take(Address.of(request));
        if (!share.granted()) {
            tooMany(request, response, share, "Too many requests without a valid bearer token.");
            return;
        }
        tell(share, response);
        log.note(why, request);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(request, response, "unauthorized", "This needs a valid bearer token.");
    }

    private void tooMany(HttpServletRequest request, HttpServletResponse response, Share share, String detail)
            throws IOException {
        tell(share, response);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(share.retryAfterSeconds()));
        problems.write(request, response, "rate-limited", detail);
    }

    private static void tell(Share share, HttpServletResponse response) {
        response.setHeader("RateLimit-Policy", share.policy());
        response.setHeader("RateLimit", share.rest());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        String path = RouteAccess.pathOf(request);
        List<Route> rows = Routes.table().on(path).stream()
                .filter(row -> development || !row.isForDevelopment())
                .toList();
        Optional<Route> route = Routes.table().find(request.getMethod(), path);
        boolean actuator = path.startsWith("/actuator");
        if (rows.isEmpty() && !actuator) {
            problems.write(request, response, "not-found", "There is nothing here.");
        } else if (actuator || route.isPresent()) {
            // Each is refused; beyond what a person could do they are not written down one by one. Orders have a budget
            // of
            // their own for each subject and route, so that no flood of other requests hides them.
            if (budgets.failures().take("role " + Address.of(request)).granted()) log.note(Refusal.ROLE, request);
            route.ifPresent(this::note);
            problems.write(request, response, "forbidden", "Your roles do not allow this.");
        } else {
            response.setHeader(
                    HttpHeaders.ALLOW,
                    rows.stream().map(row -> row.method().name()).distinct().collect(Collectors.joining(", ")));
            problems.write(request, response, "method-not-allowed", "This path does not take that method.");
        }
    }

    /** Reading what one may not is curiosity; ordering it is more. */
    private void note(Route route) {
        if (route.method().equals(HttpMethod.GET)) return;
        String what = route.method() + " " + route.path().getPatternString();
        Subject who = Caller.current().subject();
        if (budgets.failures().take("order " + who.value() + " " + what).granted())
            watch.refused(who, "forbidden", what, "");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        problems.write(request, response, "bad-request", "The request cannot be understood.");
    }
}
