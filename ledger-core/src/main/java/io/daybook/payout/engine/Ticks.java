package io.daybook.payout.engine;

import java.util.concurrent.locks.LockSupport;

/** Time as it passes on this node: only for how long something took or is to wait, never for when it happened. */
public interface Ticks {
    /** The node's own. */
    Ticks REAL = new Ticks() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void pass(long nanos) throws InterruptedException {
            LockSupport.parkNanos(nanos);
            if (Thread.interrupted()) throw new InterruptedException();
        }
    };

    long nanoTime();

    /** Waits for about so long, or less. */
    void pass(long nanos) throws InterruptedException;
}
