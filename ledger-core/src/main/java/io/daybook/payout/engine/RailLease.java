package io.daybook.payout.engine;

import io.daybook.kernel.Rider;

/** The right to work on a rail: one node at a time, for as long as it keeps saying so. */
public interface RailLease {
    /**
     * Takes or keeps it; false while another node has it.
     *
     * @param isReady whether this node could send at once; who could not lets others go first for a few seconds
     */
    boolean renew(boolean isReady);

    /** Whether this node surely has it still, without asking. */
    boolean isHeld();

    /** Goes with what only the node in charge may record: taken over meanwhile, and nothing is written. */
    Rider ticket();

    /** Lets another node go on at once. */
    void letGo();
}
