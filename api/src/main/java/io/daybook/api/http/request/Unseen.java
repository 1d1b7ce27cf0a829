package io.daybook.api.http.request;

import io.daybook.kernel.ProjectionProgress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What this node acknowledged before its views showed it. Whoever asks here next sees it all the same. */
final class Unseen {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long MOVING = -1;

    private final AtomicLong acknowledged = new AtomicLong();
    /** Where the views stood when somebody waited for them in vain: until they move, nobody waits again. */
    private volatile long stalledAt = MOVING;

    void acknowledged(long to) {
        acknowledged.accumulateAndGet(to, Math::max);
    }

    /** Waits for five seconds at most; answers whether the views show all of it. */
    boolean await(ProjectionProgress progress) {
        long to = acknowledged.get();
        long shown = progress.projectedPosition();
        if (shown >= to) return true;
        if (shown == stalledAt) return false;
        if (progress.await(to, PATIENCE)) return true;
        long now = progress.projectedPosition();
        if (now == shown) stalledAt = now;
        return false;
    }
}
