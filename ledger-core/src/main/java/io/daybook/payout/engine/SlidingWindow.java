package io.daybook.payout.engine;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets callers through so that no second, wherever it begins, holds more of them than the limit allows, as near to the limit
 * as that can be kept. They go evenly; what stood still here for up to a quarter of a second is made up for within the window,
 * a pause that the provider asked for is not. After five idle seconds two begin at half the rate: the first calls of all take
 * longer than those behind them, and arrive together.
 */
final class SlidingWindow {
    /** Calls that are let through a second apart may leave, and arrive, nearer to each other. */
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
        this.spacing = limited ? TimeUnit.SECONDS.toNanos(1) * 1_000 / ((long) perSecond * PER_MILLE_OF_LIMIT) : 0;
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
     * Waits for its turn and for places among those in flight, and holds none while it waits for its turn.
     *
     * @param places so many permits of {@code inFlight} are the caller's afterwards
     */
    void enter(Semaphore inFlight, int places) throws InterruptedException {
        if (spacing == 0 && pausedUntil - ticks.nanoTime() <= 0) {
            inFlight.acquire(places);
            return;
        }
        turn.lockInterruptibly();
        try {
            while (!entersNext(inFlight, places)) await();
        } finally {
            turn.unlock();
        }
    }

    /** False when its turn is not come, or went by while no place was free. */
    private boolean entersNext(Semaphore inFlight, int places) throws InterruptedException {
        if (left(ticks.nanoTime()) > 0) return false;
        inFlight.acquire(places);
        long now = ticks.nanoTime();
        boolean may = left(now) <= 0;
        if (may) pass(now);
        else inFlight.release(places);
        return may;
    }

    /** Nobody is let through before that time has passed. */
    synchronized void pause(Duration time) {
        pausedUntil = Math.max(pausedUntil, ticks.nanoTime() + time.toNanos());
    }

    private void await() throws InterruptedException {
        for (long left = left(ticks.nanoTime()); left > 0; left = left(ticks.nanoTime())) ticks.pass(left);
    }

    private long left(long now) {
        return Math.max(mayPassAt(now), pausedUntil) - now;
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
        nextDue = Math.max(nextDue, Math.max(now - MADE_UP_NANOS, pausedUntil))
                + (now - slowUntil < 0 ? 2 * spacing : spacing);
        lastPassed = now;
        passed[oldest] = now;
        oldest = (oldest + 1) % passed.length;
    }
}
