package io.daybook.payout.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets callers through at a steady rate, each waiting for its own turn; nothing is saved up while nobody comes. */
final class TokenBucket {
    private final long nanosPerToken;
    private final Ticks ticks;
    private long nextFree;

    /** @param perSecond 0 is without limit */
    TokenBucket(int perSecond, Ticks ticks) {
        this.nanosPerToken = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.ticks = ticks;
        this.nextFree = ticks.nanoTime();
    }

    /** Waits for its turn. */
    void take() throws InterruptedException {
        long turn = reserve();
        for (long left = turn - ticks.nanoTime(); left > 0; left = turn - ticks.nanoTime()) ticks.pass(left);
    }

    /** Nobody is let through before that time has passed. */
    synchronized void pause(Duration time) {
        nextFree = Math.max(nextFree, ticks.nanoTime() + time.toNanos());
    }

    /** When the caller's turn is, on its ticks. */
    synchronized long reserve() {
        long turn = Math.max(nextFree, ticks.nanoTime());
        nextFree = turn + nanosPerToken;
        return turn;
    }
}
