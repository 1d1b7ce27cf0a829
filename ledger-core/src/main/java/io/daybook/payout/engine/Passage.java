package io.daybook.payout.engine;

/** The way out to a rail: shut until somebody has looked, and what was seen before it was shut again does not open it. */
final class Passage {
    private volatile boolean open;
    private volatile int closings;

    boolean isOpen() {
        return open;
    }

    /** How often it was shut; for {@link #open}. */
    int closings() {
        return closings;
    }

    synchronized void close() {
        closings++;
        open = false;
    }

    /** Opens, unless it was shut since; answers whether it did. */
    synchronized boolean open(int closingsThen) {
        open = closings == closingsThen;
        return open;
    }
}
