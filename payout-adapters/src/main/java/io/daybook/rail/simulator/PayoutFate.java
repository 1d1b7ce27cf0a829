package io.daybook.rail.simulator;

/** What becomes of a payout. */
public enum PayoutFate {
    PAID,
    /** Not accepted at all. */
    REFUSED,
    /** Accepted, and failed at the bank. */
    FAILED,
    /** Paid, and sent back by the bank days later. */
    FAILED_AFTER_PAID
}
