package io.daybook.api.http.request;

import io.daybook.api.eventlog.Consequences;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.problem.StaleViews;
import io.daybook.kernel.ProjectionProgress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Reads after writes: {@code Daybook-Min-Position} makes a read wait until the views show all that the write led to. What was
 * acknowledged by this node is waited for unasked.
 */
final class Positions implements HandlerInterceptor {
    static final String HEADER = "Daybook-Position";
    private static final String WANTED = "Daybook-Min-Position";
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Who waits holds a thread: beyond these the others are told at once, and the rest of the work goes on. */
    private static final int MOST_WAITING = 200;

    private final Semaphore places = new Semaphore(MOST_WAITING);

    private final ObjectProvider<ProjectionProgress> progress;
    private final ObjectProvider<Consequences> consequences;
    private final Unseen unseen;

    Positions(ObjectProvider<ProjectionProgress> progress, ObjectProvider<Consequences> consequences, Unseen unseen) {
        this.progress = progress;
        this.consequences = consequences;
        this.unseen = unseen;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String wanted = request.getHeader(WANTED);
        if (wanted != null && !came(position(wanted))) throw behind(progress.getObject());
        if (!isAheadOfViews(handler)) awaitUnseen(request, progress.getObject(), unseen);
        return true;
    }

    private boolean came(long position) {
        if (!places.tryAcquire()) return false;
        try {
            return consequences.getObject().await(position, PATIENCE);
        } finally {
            places.release();
        }
    }

    /** Where they do not come, what is shown is shown; but what is not found may be there. */
    static void awaitUnseen(HttpServletRequest request, ProjectionProgress progress, Unseen unseen) {
        if (!unseen.await(progress)) StaleViews.mark(request);
    }

    private static boolean isAheadOfViews(Object handler) {
        return handler instanceof HandlerMethod method
                && (method.hasMethodAnnotation(AheadOfViews.class)
                        || method.getBeanType().isAnnotationPresent(AheadOfViews.class));
    }

    static void await(ProjectionProgress progress, long position, Duration patience) {
        if (position > 0 && !progress.await(position, patience)) throw behind(progress);
    }

    static void mustCatchUp(ProjectionProgress progress, Duration patience) {
        if (!progress.awaitCaughtUp(patience)) throw behind(progress);
    }

    private static ProblemException behind(ProjectionProgress progress) {
        return ProblemException.of(
                "projection-behind",
                "The views stand at position " + progress.projectedPosition() + "; ask again in a moment.");
    }

    private static long position(String text) {
        String digits = text.strip();
        if (!POSITION.matcher(digits).matches())
            throw ProblemException.of("bad-request", WANTED + " is a position: digits only.");
        return Long.parseLong(digits);
    }
}
