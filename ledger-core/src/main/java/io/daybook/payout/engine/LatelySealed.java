package io.daybook.payout.engine;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The newest checkpoint as it was up to a fifth of a second ago, and by so much older. For what is decided long before the call
 * leaves: a node that stood still in between, and its ticks with it, believes it for too long.
 */
final class LatelySealed implements SealedLog {
    private static final long REMEMBERED_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final SealedLog real;
    private final Ticks ticks;
    private volatile @Nullable Seen last;

    LatelySealed(SealedLog real, Ticks ticks) {
        this.real = real;
        this.ticks = ticks;
    }

    /** @param at before it was asked for */
    private record Seen(Optional<Anchored> newest, long at) {}

    @Override
    public Optional<Anchored> newest() {
        long now = ticks.nanoTime();
        Seen known = last;
        if (known != null && now - known.at() < REMEMBERED_NANOS)
            return known.newest()
                    .map(then -> new Anchored(then.position(), then.age().plusNanos(now - known.at())));
        Optional<Anchored> newest = real.newest();
        last = new Seen(newest, now);
        return newest;
    }
}
