package io.daybook.payout.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Lets callers through at a steady rate, each waiting for its own turn; nothing is saved up while nobody comes. */
final class TokenBucket {
    private final long nanosPerToken;
    private final LongSupplier nanoTime;
    private long nextFree;

    /** @param perSecond 0 is without limit */
    TokenBucket(int perSecond, LongSupplier nanoTime) {
        this.nanosPerToken = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.nanoTime = nanoTime;
        this.nextFree = nanoTime.getAsLong();
    }

    /** Waits for its turn. */
    void take() throws InterruptedException {
        long turn = reserve();
        for (long left = turn - nanoTime.getAsLong(); left > 0; left = turn - nanoTime.getAsLong()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) throw new InterruptedException();
        }
    }

    /** Nobody is let through before that time has passed. */
    synchronized void pause(Duration time) {
        nextFree = Math.max(nextFree, nanoTime.getAsLong() + time.toNanos());
    }

    /** When the caller's turn is, on the clock of {@code nanoTime}. */
    synchronized long reserve() {
        long turn = Math.max(nextFree, nanoTime.getAsLong());
        nextFree = turn + nanosPerToken;
        return turn;
    }
}
