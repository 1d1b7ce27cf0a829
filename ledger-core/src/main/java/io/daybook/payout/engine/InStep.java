package io.daybook.payout.engine;

import io.daybook.kernel.ProjectionProgress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets new payouts begin only as fast as the views follow. Whoever ran ahead of them would be stopped by the brake in the
 * middle of sending, and would have to find out afterwards what had left and what had not.
 */
final class InStep {
    private static final Duration CLOSE = Duration.ofMillis(700);
    private static final int LOOKS = 12;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ProjectionProgress views;
    private final Ticks ticks;
    private final ReentrantLock turn = new ReentrantLock(true);

    InStep(ProjectionProgress views, Ticks ticks) {
        this.views = views;
        this.ticks = ticks;
    }

    /** Waits a little, one caller after the other, while the views are somewhat behind; further behind the brake decides. */
    void await() throws InterruptedException {
        if (!isAhead()) return;
        turn.lockInterruptibly();
        try {
            for (int looks = 0; looks < LOOKS && isAhead(); looks++) ticks.pass(LOOK_NANOS);
        } finally {
            turn.unlock();
        }
    }

    private boolean isAhead() {
        return !views.isWithin(CLOSE) && views.isFresh();
    }
}
