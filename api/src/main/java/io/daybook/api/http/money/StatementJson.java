package io.daybook.api.http.money;

import io.daybook.account.AccountEntryId;
import io.daybook.account.AdjustmentId;
import io.daybook.account.AdjustmentKind;
import io.daybook.account.PayoutId;
import io.daybook.api.http.people.ContractorRef;
import io.daybook.journal.Statement;
import io.daybook.kernel.Sealed;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
        List<LineJson> lines,
        Money closing,
        Statement.Totals totals) {

    /** @param reason null unless it is an adjustment's, and once the person's key has been destroyed */
    record LineJson(
            long position,
            Instant effectiveAt,
            Instant occurredAt,
            Statement.Kind kind,
            String what,
            Money amount,
            @Nullable AccountEntryId entry,
            @Nullable TimesheetId timesheet,
            @Nullable String project,
            @Nullable AdjustmentId adjustment,
            @Nullable AdjustmentKind adjustmentKind,
            @Nullable String reason,
            @Nullable PayoutId payout,
            long seconds) {
        static LineJson of(Statement.Line line, Function<Sealed, Optional<String>> opened) {
            Sealed reason = line.reason();
            return new LineJson(
                    line.position(),
                    line.effectiveAt(),
                    line.occurredAt(),
                    line.kind(),
                    line.what(),
                    line.amount(),
                    line.entry(),
                    line.timesheet(),
                    line.project(),
                    line.adjustment(),
                    line.adjustmentKind(),
                    reason == null ? null : opened.apply(reason).orElse(null),
                    line.payout(),
                    line.seconds());
        }
    }
}
