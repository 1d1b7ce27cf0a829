package io.daybook.api.http.edge;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A bucket that fills steadily and is full at first, kept as one number: when it will be full again. Times are nanoseconds of one
 * clock that never runs backwards.
 */
final class Allowance {
    private static final long SECOND = 1_000_000_000L;

    private final long interval;
    private final long depth;
    private final AtomicLong fullAt;

    /** @param burst how much it holds, at least 1 */
    Allowance(int perSecond, int burst, long now) {
        interval = SECOND / perSecond;
        depth = interval * burst;
        fullAt = new AtomicLong(now);
    }

    /**
     * What is left.
     *
     * @param taken false where there was nothing to take
     * @param waitNanos until there is one to take; 0 where there is one
     * @param fullNanos until it is full
     */
    record Rest(boolean taken, long remaining, long waitNanos, long fullNanos) {}

    Rest take(long now) {
        while (true) {
            long before = fullAt.get();
            Rest rest = rest(before, now);
            if (!rest.taken() || fullAt.compareAndSet(before, now + rest.fullNanos())) return rest;
        }
    }

    /** What {@link #take} would leave, without taking. */
    Rest look(long now) {
        return rest(fullAt.get(), now);
    }

    private Rest rest(long before, long now) {
        long ahead = Math.max(0, before - now);
        long after = ahead + interval;
        if (after > depth) return new Rest(false, 0, after - depth, ahead);
        return new Rest(true, (depth - after) / interval, Math.max(0, after + interval - depth), after);
    }

    boolean isFull(long now) {
        return fullAt.get() - now <= 0;
    }
}
