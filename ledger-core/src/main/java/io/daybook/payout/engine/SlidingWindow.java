package io.daybook.payout.engine;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets callers through so that no second, wherever it begins, holds more of them than the limit allows, as near to the limit
 * as that can be kept. They leave evenly; whatever stood still for up to a quarter of a second (this node, the provider's
 * "not so fast") is made up for within the same second. After five idle seconds two begin at half the rate: the first calls
 * of all take longer than those behind them, and arrive together.
 */
final class SlidingWindow {
    /** Calls that leave a second apart may arrive nearer to each other. */
    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(1_008);

    /** A little slower than the window would let through, so that calls that were thrown together come apart again. */
    private static final int PER_MILLE_OF_LIMIT = 985;

    private static final long MADE_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int MAKING_UP = 4;
    private static final int MOST_PER_SECOND = 100_000;
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final long spacing;
    private final long[] passed;
    private final Ticks ticks;
    private final ReentrantLock turn = new ReentrantLock(true);
    private int oldest;
    private long lastPassed;
    private long nextDue;
    private long slowUntil;
    private volatile long pausedUntil;

    /** @param perSecond 0 is without limit, and so is more than a node could ever send */
    SlidingWindow(int perSecond, Ticks ticks) {
        boolean limited = perSecond > 0 && perSecond <= MOST_PER_SECOND;
        this.spacing =
                perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) * 1_000 / ((long) perSecond * PER_MILLE_OF_LIMIT);
        this.passed = new long[limited ? perSecond : 0];
        this.ticks = ticks;
        long now = ticks.nanoTime();
        Arrays.fill(passed, now - WINDOW_NANOS);
        this.lastPassed = now - IDLE_NANOS - 1;
        this.nextDue = now;
        this.slowUntil = now;
        this.pausedUntil = now;
    }

    /**
     * Waits for its turn and for a place among those in flight, in this order, and then leaves at once: nobody holds a place
     * while it waits for its turn.
     *
     * @param inFlight of which one permit is the caller's afterwards
     */
    void enter(Semaphore inFlight) throws InterruptedException {
        if (spacing == 0 && pausedUntil - ticks.nanoTime() <= 0) {
            inFlight.acquire();
            return;
        }
        turn.lockInterruptibly();
        try {
            await();
            inFlight.acquire();
            pass(awaitOr(inFlight));
        } finally {
            turn.unlock();
        }
    }

    private long awaitOr(Semaphore givenBack) throws InterruptedException {
        try {
            return await();
        } catch (InterruptedException e) {
            givenBack.release();
            throw e;
        }
    }

    /** Nobody is let through before that time has passed. */
    synchronized void pause(Duration time) {
        pausedUntil = Math.max(pausedUntil, ticks.nanoTime() + time.toNanos());
    }

    private long await() throws InterruptedException {
        while (true) {
            long now = ticks.nanoTime();
            long left = Math.max(mayPassAt(now), pausedUntil) - now;
            if (left <= 0) return now;
            ticks.pass(left);
        }
    }

    private long mayPassAt(long now) {
        if (spacing == 0) return now;
        return Math.max(passed[oldest] + WINDOW_NANOS, Math.max(nextDue, lastPassed + spacing / MAKING_UP));
    }

    private void pass(long now) {
        if (spacing == 0) return;
        if (now - lastPassed > IDLE_NANOS) {
            slowUntil = now + SLOW_NANOS;
            nextDue = now;
        }
        nextDue = Math.max(nextDue, now - MADE_UP_NANOS) + (now - slowUntil < 0 ? 2 * spacing : spacing);
        lastPassed = now;
        passed[oldest] = now;
        oldest = (oldest + 1) % passed.length;
    }
}
