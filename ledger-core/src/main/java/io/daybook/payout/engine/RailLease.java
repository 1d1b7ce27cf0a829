package io.daybook.payout.engine;

/** The right to work on a rail: one node at a time, for as long as it keeps saying so. */
public interface RailLease {
    /** Takes or keeps it; false while another node has it. */
    boolean renew();

    /** Whether this node surely has it still, without asking. */
    boolean isHeld();

    /** Lets another node go on at once. */
    void letGo();
}
