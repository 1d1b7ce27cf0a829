package io.daybook.api.http.money;

import io.daybook.account.AccountEntryId;
import io.daybook.account.AdjustmentId;
import io.daybook.account.AdjustmentKind;
import io.daybook.account.PayoutId;
import io.daybook.api.http.people.ContractorRef;
import io.daybook.journal.Statement;
import io.daybook.kernel.Sealed;
import io.daybook.money.Money;
import io.daybook.statement.StatementId;
import io.daybook.timesheet.TimesheetId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an issued statement says, in form 1. Nothing is ever added to it or taken away, or the hashes of all that were issued
 * would be of something else: what is to be said in another way is another form.
 *
 * @param parts one a currency that the contractor ever had an entry in, in the order of their codes
 * @param hash of all the rest
 */
record IssuedStatementJson(
        StatementId id,
        ContractorRef contractor,
        Instant from,
        Instant to,
        int form,
        long count,
        long lastPersonSeq,
        long knownAt,
        List<Part> parts,
        String hash) {
    static final int FORM = 1;

    /** Stands for a text whose key was destroyed, and for every such text where the hash is taken. */
    static final String ERASED = "[erased]";

    record Part(Currency currency, Money opening, List<Line> lines, Money closing, Totals totals) {
        static Part of(Statement statement, Function<Sealed, Optional<String>> opened) {
            return new Part(
                    statement.opening().currency(),
                    statement.opening(),
                    statement.lines().stream()
                            .map(line -> Line.of(line, opened))
                            .toList(),
                    statement.closing(),
                    Totals.of(statement.totals()));
        }
    }

    record Totals(long seconds, Money earned, Money adjusted, Money paid, Money returned) {
        static Totals of(Statement.Totals totals) {
            return new Totals(totals.seconds(), totals.earned(), totals.adjusted(), totals.paid(), totals.returned());
        }
    }

    /** @param reason of an adjustment: the one text that is somebody's own words */
    record Line(
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
        static Line of(Statement.Line line, Function<Sealed, Optional<String>> opened) {
            Sealed reason = line.reason();
            return new Line(
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
                    reason == null ? null : opened.apply(reason).orElse(ERASED),
                    line.payout(),
                    line.seconds());
        }
    }

    IssuedStatementJson with(String hash) {
        return new IssuedStatementJson(id, contractor, from, to, form, count, lastPersonSeq, knownAt, parts, hash);
    }
}
