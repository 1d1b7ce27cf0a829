package io.daybook.rail.stripe;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Keeps reads of each endpoint to so many a second: one listing may be thousands of them. Instructions are paced by whoever
 * sends them. An interrupt ends the waiting and stays set.
 */
public final class EndpointPace implements Consumer<String> {
    private final long nanosPerRequest;
    private final Map<String, Long> nextFree = new ConcurrentHashMap<>();

    /** @param perSecond 0 is without limit */
    public EndpointPace(int perSecond) {
        this.nanosPerRequest = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** For looks that nobody waits for. */
    public static EndpointPace aQuarterOf(int perSecond) {
        return new EndpointPace(perSecond == 0 ? 0 : Math.max(1, perSecond / 4));
    }

    @Override
    public void accept(String endpoint) {
        if (nanosPerRequest == 0 || !endpoint.startsWith("GET ")) return;
        long now = System.nanoTime();
        long after =
                nextFree.merge(endpoint, now + nanosPerRequest, (last, first) -> Math.max(last, now) + nanosPerRequest);
        for (long left = after - nanosPerRequest - now;
                left > 0 && !Thread.currentThread().isInterrupted();
                left = after - nanosPerRequest - System.nanoTime()) LockSupport.parkNanos(left);
    }
}
