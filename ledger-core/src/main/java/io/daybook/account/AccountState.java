package io.daybook.account;

import io.daybook.contractor.HoldId;
import io.daybook.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Only what an account's rules read. */
record AccountState(
        Currency currency, Credits credits, List<AmountHold> holds, Owed owed, Payouts payouts, Memory memory) {
    /** ISO 4217's code for "no currency": an account has one from its first fact on. */
    static final AccountState UNOPENED = in(Currency.getInstance("XXX"));

    private static AccountState in(Currency currency) {
        return new AccountState(
                currency,
                Credits.none(currency),
                List.of(),
                Owed.nothing(currency),
                Payouts.none(currency),
                Memory.BLANK);
    }

    AccountState opened(AccountId account) {
        return this == UNOPENED ? in(account.currency()) : this;
    }

    Optional<AmountHold> hold(HoldId id) {
        return holds.stream().filter(hold -> hold.id().equals(id)).findFirst();
    }

    Money zero() {
        return Money.zero(currency);
    }

    AccountState with(Credits next) {
        return new AccountState(currency, next, holds, owed, payouts, memory);
    }

    AccountState with(List<AmountHold> next) {
        return new AccountState(currency, credits, List.copyOf(next), owed, payouts, memory);
    }

    AccountState with(Owed next) {
        return new AccountState(currency, credits, holds, next, payouts, memory);
    }

    AccountState with(Payouts next) {
        return new AccountState(currency, credits, holds, owed, next, memory);
    }

    AccountState with(Memory next) {
        return new AccountState(currency, credits, holds, owed, payouts, next);
    }

    AccountState with(Payout next) {
        return with(payouts.put(next));
    }
}
