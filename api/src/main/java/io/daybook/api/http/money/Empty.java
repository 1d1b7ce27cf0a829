package io.daybook.api.http.money;

import io.daybook.journal.Statement;
import io.daybook.money.Money;
import java.util.Currency;
import java.util.List;

/** The statement of somebody who never had an entry in a currency. */
final class Empty {
    private Empty() {}

    static Statement in(Currency currency) {
        Money zero = Money.zero(currency);
        return new Statement(zero, List.of(), zero, new Statement.Totals(0, zero, zero, zero, zero), 0);
    }
}
