package io.daybook.payout.engine;

import io.daybook.account.PayoutId;
import io.daybook.money.Money;

/** What left our balance at the provider for a payout whose answer is not in the log yet. @param object the provider's id */
public record Unrecorded(PayoutId payout, String object, Money amount) {}
