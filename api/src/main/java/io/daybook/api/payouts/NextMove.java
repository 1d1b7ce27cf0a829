package io.daybook.api.payouts;

/**
 * Whose move it is with a payout, and what that is, in a sentence.
 *
 * @param what for people: its wording may change
 */
record NextMove(By by, String what) {
    /** FINANCE is whoever may approve payouts, OPERATIONS whoever runs Daybook. */
    enum By {
        DAYBOOK,
        PROVIDER,
        BANK,
        FINANCE,
        OPERATIONS,
        CONTRACTOR,
        NOBODY
    }
}
