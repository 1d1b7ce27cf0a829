package io.daybook.api.http.request;

import io.daybook.api.http.edge.Address;
import io.daybook.api.http.edge.Budget.Share;
import io.daybook.api.http.edge.Budgets;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.problem.ProblemWriter;
import io.daybook.api.security.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind security, which says who asks, and before idempotency, which would remember. Health is always told: whoever watches over a
 * node must not be taken for a flood.
 */
@Component
@Order(-50)
final class RateLimitFilter extends OncePerRequestFilter {
    private static final Set<String> REPORTS = Set.of(
            "/api/v1/ledger/journal",
            "/api/v1/ledger/trial-balance",
            "/api/v1/ledger/integrity",
            "/api/v1/audit/events",
            "/api/v1/audit/bundle");

    private final Budgets budgets;
    private final ProblemWriter problems;

    RateLimitFilter(Budgets budgets, ProblemWriter problems) {
        this.budgets = budgets;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<Share> shares = shares(request);
        response.setHeader(
                "RateLimit-Policy", shares.stream().map(Share::policy).collect(Collectors.joining(", ")));
        response.setHeader("RateLimit", shares.stream().map(Share::rest).collect(Collectors.joining(", ")));
        long wait = shares.stream().mapToLong(Share::retryAfterSeconds).max().orElse(0);
        if (wait > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
            problems.write(
                    request,
                    response,
                    ProblemException.of("rate-limited", "Too many requests: wait as long as Retry-After says."));
        } else {
            chain.doFilter(request, response);
        }
    }

    private List<Share> shares(HttpServletRequest request) {
        Caller caller = caller();
        if (caller == null) return List.of(budgets.addresses().take(Address.of(request)));
        String name = caller.subject().value();
        List<Share> shares = new ArrayList<>();
        shares.add(budgets.callers().take(name));
        if (isReport(request)) shares.add(budgets.reports().take(name));
        return shares;
    }

    private static boolean isReport(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return REPORTS.contains(request.getRequestURI()) || accept != null && accept.contains("application/pdf");
    }

    private static @Nullable Caller caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller ? caller : null;
    }
}
