package io.daybook.api.http.request;

import io.daybook.api.http.problem.ProblemException;
import io.daybook.kernel.ProjectionProgress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.HandlerInterceptor;

/** Reads after writes: {@code Daybook-Min-Position} makes a read wait for the views. */
final class Positions implements HandlerInterceptor {
    static final String HEADER = "Daybook-Position";
    private static final String WANTED = "Daybook-Min-Position";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ObjectProvider<ProjectionProgress> progress;

    Positions(ObjectProvider<ProjectionProgress> progress) {
        this.progress = progress;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String wanted = request.getHeader(WANTED);
        if (wanted != null) await(progress.getObject(), position(wanted), PATIENCE);
        return true;
    }

    static void await(ProjectionProgress progress, long position, Duration patience) {
        if (position > 0 && !progress.await(position, patience))
            throw ProblemException.of(
                    "projection-behind",
                    "The views stand at position " + progress.projectedPosition() + "; ask again in a moment.");
    }

    private static long position(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw ProblemException.of("bad-request", WANTED + " is a position: digits only.");
        }
    }
}
