package io.daybook.api.http.request;

import io.daybook.api.http.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses {@code If-Match} where it would be passed over: who sends it relies on it. */
final class TakesIfMatch implements HandlerInterceptor {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getHeader(HttpHeaders.IF_MATCH) != null
                && !READS.contains(request.getMethod())
                && handler instanceof HandlerMethod method
                && !method.hasMethodAnnotation(Revised.class))
            throw ProblemException.of("bad-request", "This path takes no If-Match: it would not be looked at.");
        return true;
    }
}
