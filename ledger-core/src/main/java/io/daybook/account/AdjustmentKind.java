package io.daybook.account;

/** What finance adds to an account or takes from it by hand. */
public enum AdjustmentKind {
    BONUS,
    REFERRAL,
    EXPENSE,
    DEDUCTION,
    CORRECTION
}
