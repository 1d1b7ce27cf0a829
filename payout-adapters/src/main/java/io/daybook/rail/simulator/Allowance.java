package io.daybook.rail.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A bucket for each kind of request that fills evenly and holds what a quarter of a second brings, one request at least. */
final class Allowance {
    private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final long spacing;
    private final LongSupplier nanoTime;
    private final Map<String, Long> emptyUntil = new HashMap<>();

    /** @param perSecond 0 is without limit */
    Allowance(int perSecond, LongSupplier nanoTime) {
        this.spacing = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.nanoTime = nanoTime;
    }

    /** Whether one more is answered now. */
    synchronized boolean takes(String kind) {
        if (spacing == 0) return true;
        long now = nanoTime.getAsLong();
        long from = Math.max(emptyUntil.getOrDefault(kind, now), now);
        if (from - now > BURST_NANOS - spacing && from > now) return false;
        emptyUntil.put(kind, from + spacing);
        return true;
    }
}
