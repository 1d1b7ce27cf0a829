package io.daybook.payout.engine;

import io.daybook.kernel.Rider;

/** The right to work on a rail: one node at a time, for as long as it keeps saying so. */
public interface RailLease {
    /** Takes or keeps it; false while another node has it. */
    boolean renew();

    /** Whether this node surely has it still, without asking. */
    boolean isHeld();

    /** Goes with what only the node in charge may record: taken over meanwhile, and nothing is written. */
    Rider ticket();

    /** Lets another node go on at once. */
    void letGo();
}
