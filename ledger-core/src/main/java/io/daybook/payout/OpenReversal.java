package io.daybook.payout;

import io.daybook.account.AccountId;
import io.daybook.account.PayoutId;
import io.daybook.money.Money;
import java.time.Instant;

/** A reversal that we asked for and whose end is not recorded. @param transfer the provider's id of what is reversed */
public record OpenReversal(
        PayoutId payout, AccountId account, int attempt, String key, String transfer, Money amount, Instant begunAt) {}
