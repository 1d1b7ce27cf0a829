package io.daybook.account;

import io.daybook.kernel.Decision;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A decision in the making: each fact is decided on the state that the facts before it left. */
final class Facts {
    private final AccountId account;
    private final Instant at;
    private final List<AccountEvent> events = new ArrayList<>();
    private AccountState state;

    Facts(AccountState state, AccountId account, Instant at) {
        this.state = state;
        this.account = account;
        this.at = at;
    }

    AccountId account() {
        return account;
    }

    Instant at() {
        return at;
    }

    AccountState state() {
        return state;
    }

    Payout payout(PayoutId id) {
        return state.payouts().get(id);
    }

    void add(AccountEvent event) {
        events.add(event);
        state = AccountDecider.evolve(state, event);
    }

    /** After any credit to 2000, in the same decision: first what is owed to us, then the holds, oldest first. */
    void settleCredit() {
        if (state.owed().receivable().isPositive()) net();
        for (AmountHold hold : state.holds()) fill(hold);
    }

    private void net() {
        Money owed = state.owed().receivable().min(state.credits().available());
        if (owed.isPositive())
            add(new EntryEvent.ClawbackNetted(account, owed, state.credits().oldest(owed), at));
    }

    private void fill(AmountHold hold) {
        Money more = hold.room().min(state.credits().available());
        if (more.isPositive())
            add(new EntryEvent.HoldFilled(
                    account, hold.id(), more, state.credits().oldest(more), at));
    }

    Decision<AccountEvent> decision() {
        return Decision.accept(events);
    }
}
