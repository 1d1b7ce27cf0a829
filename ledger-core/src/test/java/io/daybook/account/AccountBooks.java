package io.daybook.account;

import io.daybook.kernel.Decision;
import io.daybook.kernel.Recorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every account's books, kept from the log alone, and what is wrong with them. */
public final class AccountBooks {
    private final Map<AccountId, Books> books = new HashMap<>();
    private final Map<AccountId, AccountState> states = new HashMap<>();

    public void add(AccountEvent fact) {
        books.computeIfAbsent(fact.account(), account -> new Books()).add(fact);
        AccountState before = states.getOrDefault(fact.account(), AccountState.UNOPENED);
        states.put(fact.account(), AccountDecider.evolve(before, fact));
    }

    /** What breaks an invariant of this account, in words; empty while all hold. */
    public List<String> wrong(AccountId account) {
        Books its = books.get(account);
        AccountState state = states.get(account);
        return its == null || state == null ? List.of() : its.wrong(state);
    }

    /** What the books of this account have on a ledger account, on its normal side. */
    public long balance(AccountId account, int ledgerAccount) {
        Books its = books.get(account);
        return its == null ? 0 : its.balance(ledgerAccount);
    }

    /** What an order would be decided as if only these facts were known. */
    public static Decision<AccountEvent> decideFrom(List<Recorded> facts, AccountCommand order) {
        AccountState state = AccountState.UNOPENED;
        for (Recorded fact : facts)
            if (fact.event() instanceof AccountEvent event && event.account().equals(order.account()))
                state = AccountDecider.evolve(state, event);
        return AccountDecider.decide(state, order);
    }
}
