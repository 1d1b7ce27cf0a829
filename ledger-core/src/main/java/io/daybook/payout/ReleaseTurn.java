package io.daybook.payout;

/** One release at a time, over all nodes: what one of them adds to the day is seen by the next before it is let through. */
public interface ReleaseTurn {
    /** Waits for its turn, and keeps it until the work is done. */
    void take(Work work) throws InterruptedException;

    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }
}
