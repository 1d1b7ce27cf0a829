package io.daybook.api.http.money;

import io.daybook.api.http.people.ContractorRef;
import io.daybook.journal.Statement;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement on the wire: opening + earned + adjusted − paid + returned = closing.
 *
 * @param otherCurrencies in which the contractor has statements, too: ask for them by {@code currency}
 * @param knownAt the position it knows of; asked for with it, it stays the same for ever
 */
record StatementJson(
        ContractorRef contractor,
        Currency currency,
        List<Currency> otherCurrencies,
        @Nullable Instant from,
        Instant to,
        long knownAt,
        Money opening,
        List<Statement.Line> lines,
        Money closing,
        Statement.Totals totals) {}
