package io.daybook.api.http.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What tells a browser to do nothing with an answer but show it to whoever asked. Set before anybody else has a say, so that pages
 * that are meant for a browser may set their own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class SafeHeaders extends OncePerRequestFilter {
    /** The page that is made of the API document: it fetches nothing from elsewhere and has no script in it. */
    private static final String PAGES = "/docs";

    private static final String OF_PAGES =
            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static void set(HttpServletRequest request, HttpServletResponse response) {
        boolean isPage =
                request.getRequestURI() != null && request.getRequestURI().startsWith(PAGES);
        response.setHeader("Content-Security-Policy", isPage ? OF_PAGES : "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (!isPage) response.setHeader("Cache-Control", "no-store");
        if (request.isSecure()) response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }

    /** Some of the container's refusals come to the filters as errors only. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        set(request, response);
        chain.doFilter(request, response);
    }
}
