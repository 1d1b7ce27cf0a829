package io.daybook.api.http.idempotency;

import io.daybook.api.http.edge.Address;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.problem.ProblemWriter;
import io.daybook.api.security.Caller;
import io.daybook.api.security.Route;
import io.daybook.api.security.Routes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads {@code Idempotency-Key} on writes, after security has let them through.
 * An upload is not read here: its key names it all the same, and whoever takes it in knows a repeat by that name.
 */
@Component
@Order(0)
final class IdempotencyFilter extends OncePerRequestFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e]{0,254}");
    /** What may come as a file of any size; everything else is read whole, and so has a limit. */
    private static final Set<String> UPLOADS = Set.of("/api/v1/imports", "/api/v1/bank-statements");

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Idempotency idempotency;
    private final Arrivals arrivals;
    private final ProblemWriter problems;

    IdempotencyFilter(Idempotency idempotency, Arrivals arrivals, ProblemWriter problems) {
        this.idempotency = idempotency;
        this.arrivals = arrivals;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READS.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Optional<Route> route = Routes.table().find(request.getMethod(), pathOf(request));
            if (route.isPresent()) pass(route.get(), request, response, chain);
            else chain.doFilter(request, response);
        } catch (ProblemException e) {
            problems.write(request, response, e);
        }
    }

    private void pass(Route route, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        if (key == null && route.keyed())
            throw ProblemException.of(
                    "idempotency-key-required", "Send an Idempotency-Key header, so that a repeat is harmless.");
        if (key != null && !KEY.matcher(key).matches())
            throw ProblemException.of(
                    "bad-idempotency-key", "An Idempotency-Key has 1 to 255 visible characters of ASCII.");
        Caller caller = caller();
        if (route.open()) {
            chain.doFilter(arrivals.ofStranger(request, response), response);
            return;
        }
        Scope scoped = null;
        if (key != null && caller != null) {
            scoped = Scope.of(caller.acting().value(), request.getMethod(), pathOf(request), key);
            RequestKey.set(request, scoped.key());
        }
        Scope scope = scoped;
        String who = caller == null ? Address.of(request) : caller.subject().value();
        if (isUpload(request)) arrivals.upload(who, request, response, chain);
        else if (scope == null) arrivals.carry(who, request, response, body -> chain.doFilter(body, response));
        else arrivals.carry(who, request, response, body -> idempotency.carryOut(who, scope, body, response, chain));
    }

    private static boolean isUpload(HttpServletRequest request) {
        if (!UPLOADS.contains(pathOf(request))) return false;
        String type = request.getContentType();
        if (type == null) return false;
        String media = type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return !media.equals("application/json") && !media.endsWith("+json");
    }

    private static @Nullable Caller caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller ? caller : null;
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
