package io.daybook.rail.stripe;

import io.daybook.rail.RailUnavailable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Asks the same read again when it was not answered. A listing of thousands of reads would hardly ever end otherwise: one
 * lost answer in a thousand would do.
 */
final class Patience {
    private static final int TRIES = 6;
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private Patience() {}

    /** Errors: RailUnavailable when the last try was not answered either, or the thread was interrupted. */
    static <T> T ask(Supplier<T> read) {
        for (int tries = 1; ; tries++) {
            try {
                return read.get();
            } catch (RailUnavailable e) {
                if (tries == TRIES || !pause(FIRST_PAUSE << (tries - 1))) throw e;
            }
        }
    }

    /** False once the thread was interrupted. */
    private static boolean pause(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !Thread.currentThread().isInterrupted(); left = end - System.nanoTime())
            LockSupport.parkNanos(left);
        return !Thread.currentThread().isInterrupted();
    }
}
