package io.daybook.api.http.request;

import io.daybook.kernel.ProjectionProgress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What this node acknowledged before its views showed it. Whoever asks here next sees it all the same. */
final class Unseen {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AtomicLong position = new AtomicLong();

    void acknowledged(long to) {
        position.accumulateAndGet(to, Math::max);
    }

    /** Views that do not come so far in five seconds are shown as they are, to all that ask after that. */
    void await(ProjectionProgress progress) {
        long to = position.get();
        if (to > progress.projectedPosition() && !progress.await(to, PATIENCE)) position.compareAndSet(to, 0);
    }
}
