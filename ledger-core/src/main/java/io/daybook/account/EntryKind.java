package io.daybook.account;

/** What an account entry pays for; it decides which expense its corrections go back to. */
public enum EntryKind {
    EARNINGS,
    BONUS,
    REFERRAL,
    EXPENSE,
    ADVANCE,
    /** A payout that came back and may be paid again. */
    RETURN;

    /** Whether an expense stands behind it. */
    boolean isCorrectable() {
        return this != ADVANCE && this != RETURN;
    }
}
