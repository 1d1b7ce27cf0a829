package io.daybook.payout.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets callers through one by one, at a steady rate that stays 1% below the limit. Whoever is late is made up for, by 10 ms
 * at most: so no second, wherever it begins, holds more than the limit allows, and nothing is saved up while nobody comes. After
 * five idle seconds two begin at half the rate: the first calls of all take longer than those behind them, and arrive together.
 */
final class TokenBucket {
    private static final int PERCENT_OF_LIMIT = 99;
    private static final long MADE_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final long nanosPerToken;
    private final Ticks ticks;
    private final ReentrantLock turn = new ReentrantLock(true);
    private long nextFree;
    private long slowUntil;
    private volatile long pausedUntil;

    /** @param perSecond 0 is without limit */
    TokenBucket(int perSecond, Ticks ticks) {
        this.nanosPerToken =
                perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) * 100 / ((long) perSecond * PERCENT_OF_LIMIT);
        this.ticks = ticks;
        long now = ticks.nanoTime();
        this.nextFree = now - IDLE_NANOS - 1;
        this.slowUntil = now;
        this.pausedUntil = now;
    }

    /** Waits for its turn. */
    void take() throws InterruptedException {
        if (nanosPerToken == 0 && pausedUntil - ticks.nanoTime() <= 0) return;
        turn.lockInterruptibly();
        try {
            long now = await();
            if (now - nextFree > IDLE_NANOS) slowUntil = now + SLOW_NANOS;
            long pause = now - slowUntil < 0 ? 2 * nanosPerToken : nanosPerToken;
            nextFree = Math.max(nextFree, now - MADE_UP_NANOS) + pause;
        } finally {
            turn.unlock();
        }
    }

    /** Nobody is let through before that time has passed. */
    synchronized void pause(Duration time) {
        pausedUntil = Math.max(pausedUntil, ticks.nanoTime() + time.toNanos());
    }

    private long await() throws InterruptedException {
        while (true) {
            long now = ticks.nanoTime();
            long left = Math.max(nextFree, pausedUntil) - now;
            if (left <= 0) return now;
            ticks.pass(left);
        }
    }
}
