package io.daybook.api.http.people;

import io.daybook.journal.Balance;
import java.util.Currency;

/** What a contractor is owed in one currency, by where it lies; all in minor units. */
public record BalanceJson(
        Currency currency,
        long available,
        long pending,
        long held,
        long reserved,
        long inFlight,
        long inSuspense,
        long withheld,
        long receivable,
        long net) {
    public static BalanceJson of(Balance balance) {
        return new BalanceJson(
                balance.currency(),
                balance.available().minor(),
                balance.pending().minor(),
                balance.held().minor(),
                balance.reserved().minor(),
                balance.inFlight().minor(),
                balance.inSuspense().minor(),
                balance.withheld().minor(),
                balance.receivable().minor(),
                balance.net().minor());
    }
}
