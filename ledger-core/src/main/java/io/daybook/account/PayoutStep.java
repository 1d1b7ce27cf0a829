package io.daybook.account;

/** A payout's instructions to its rail, in order. Attempts are counted for each by itself. */
public enum PayoutStep {
    /** Our balance to the contractor's connected account; only on rails that have them. */
    TRANSFER,
    /** To the contractor's bank. */
    PAYOUT
}
