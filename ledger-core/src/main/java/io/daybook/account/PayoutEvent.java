package io.daybook.account;

/** What has happened to one payout of an account. */
public sealed interface PayoutEvent extends AccountEvent permits PayoutProgress, PayoutReport {
    PayoutId payout();
}
