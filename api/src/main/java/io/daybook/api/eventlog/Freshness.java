package io.daybook.api.eventlog;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Knows for how long the views have surely shown all that was in the log. Told of each look at both; asks nobody. */
final class Freshness {
    private final LongSupplier nanoTime;
    private long lastPosition;
    private boolean known;
    private long freshAt;
    private long aim = Long.MAX_VALUE;
    private long aimedAt;

    Freshness(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The views stood at {@code position} when, or after, the log's head was {@code head} at {@code at} (nanoTime). */
    synchronized void looked(long position, long head, long at) {
        if (position < lastPosition) forget();
        lastPosition = position;
        if (position >= head) fresh(at);
        else if (position >= aim) fresh(aimedAt);
        else if (aim != Long.MAX_VALUE) return;
        aim = head;
        aimedAt = at;
    }

    /** The views are being made anew: nothing is known until they have caught up again. */
    synchronized void forget() {
        known = false;
        aim = Long.MAX_VALUE;
        lastPosition = 0;
    }

    synchronized boolean isWithin(Duration age) {
        return known && nanoTime.getAsLong() - freshAt <= age.toNanos();
    }

    /** How long ago the views showed all of the log; empty until they have. */
    synchronized Optional<Duration> age() {
        return known ? Optional.of(Duration.ofNanos(nanoTime.getAsLong() - freshAt)) : Optional.empty();
    }

    private void fresh(long at) {
        if (known && at - freshAt < 0) return;
        known = true;
        freshAt = at;
    }
}
