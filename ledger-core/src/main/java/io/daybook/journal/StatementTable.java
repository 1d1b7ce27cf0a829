package io.daybook.journal;

import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;

import io.daybook.account.AccountEntryId;
import io.daybook.account.AdjustmentId;
import io.daybook.account.AdjustmentKind;
import io.daybook.account.PayoutId;
import io.daybook.contractor.ContractorId;
import io.daybook.journal.Statement.Kind;
import io.daybook.journal.Statement.Line;
import io.daybook.journal.Statement.Totals;
import io.daybook.kernel.Sealed;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads statements: the net at the beginning, and every entry since that changed it. */
final class StatementTable {
    /** What is theirs, less what they owe us. */
    private static final String NET = "(2000, 2001, 2002, 2003, 2030, 2040, 1100, 1110)";

    private final DataSource source;

    StatementTable(DataSource source) {
        this.source = source;
    }

    /** @param currency of the row; a row without an entry is the currency's opening */
    private record Row(
            Currency currency,
            long net,
            long position,
            @Nullable Line line) {}

    List<Statement> read(ContractorId contractor, Instant from, Instant to, Viewpoint viewpoint) {
        Instant end = viewpoint.before() == null || to.isBefore(viewpoint.before()) ? to : viewpoint.before();
        Instant begin = from.isBefore(end) ? from : end;
        Map<Currency, List<Row>> rows = rows(contractor, begin, end, viewpoint).stream()
                .collect(Collectors.groupingBy(Row::currency, LinkedHashMap::new, Collectors.toList()));
        return rows.values().stream().map(StatementTable::statement).toList();
    }

    /** Of each currency its opening, with the position that the whole statement knows of, and then its lines. */
    private List<Row> rows(ContractorId contractor, Instant from, Instant to, Viewpoint viewpoint) {
        return list(
                source,
                """
                WITH known AS (SELECT coalesce(max(entry), 0) AS position FROM view.journal_entry
                                WHERE entry <= ? AND recorded_at <= ?::timestamptz),
                     changes AS (SELECT l.entry, l.currency, l.effective_at, -sum(l.amount_minor)::bigint AS net
                                   FROM view.journal_line l
                                  WHERE l.contractor = ? AND l.account IN %s AND l.entry <= (SELECT position FROM known)
                                  GROUP BY l.entry, l.currency, l.effective_at)
                SELECT c.currency, k.position, coalesce(sum(c.net) FILTER (WHERE c.effective_at < ?::timestamptz), 0)::bigint AS net,
                       NULL::bigint AS entry, NULL::timestamptz AS effective_at, NULL::timestamptz AS occurred_at,
                       NULL AS kind, NULL AS source, NULL AS account_entry, NULL AS timesheet, NULL AS project,
                       NULL AS adjustment, NULL AS adjustment_kind, NULL AS reason, NULL AS payout, NULL::bigint AS seconds
                  FROM changes c CROSS JOIN known k GROUP BY c.currency, k.position
                 UNION ALL
                SELECT c.currency, 0, c.net, e.entry, e.effective_at, e.occurred_at, coalesce(e.kind, 'ADJUSTED'), e.source,
                       e.account_entry, e.timesheet, e.project, e.adjustment, a.kind, a.reason, e.payout, e.seconds
                  FROM changes c JOIN view.journal_entry e ON e.entry = c.entry
                  LEFT JOIN view.adjustment a ON a.adjustment = e.adjustment
                 WHERE c.effective_at >= ?::timestamptz AND c.effective_at < ?::timestamptz AND c.net <> 0
                 ORDER BY currency, effective_at NULLS FIRST, entry
                """.formatted(NET),
                StatementTable::row,
                viewpoint.lastPosition(),
                viewpoint.lastRecordedAt(),
                contractor.value(),
                from,
                from,
                to);
    }

    private static Row row(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        boolean isOpening = row.getString("kind") == null;
        return new Row(currency, row.getLong("net"), row.getLong("position"), isOpening ? null : line(row));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("entry"),
                instant(row, "effective_at"),
                instant(row, "occurred_at"),
                Kind.valueOf(row.getString("kind")),
                row.getString("source"),
                Money.of(row.getLong("net"), row.getString("currency")),
                id(row, "account_entry", AccountEntryId::new),
                id(row, "timesheet", TimesheetId::new),
                row.getString("project"),
                id(row, "adjustment", AdjustmentId::new),
                id(row, "adjustment_kind", AdjustmentKind::valueOf),
                id(row, "reason", Sealed::ofText),
                id(row, "payout", PayoutId::new),
                row.getLong("seconds"));
    }

    private static <T> @Nullable T id(ResultSet row, String column, Function<String, T> id) throws SQLException {
        String value = row.getString(column);
        return value == null ? null : id.apply(value);
    }

    private static Statement statement(List<Row> rows) {
        Row opening = rows.getFirst();
        Money net = new Money(opening.net(), opening.currency());
        List<Line> lines = rows.stream().map(Row::line).filter(Objects::nonNull).toList();
        Totals totals = new Totals(
                lines.stream().mapToLong(Line::seconds).sum(),
                sum(opening, lines, Kind.EARNED),
                sum(opening, lines, Kind.ADJUSTED),
                sum(opening, lines, Kind.PAID).negated(),
                sum(opening, lines, Kind.RETURNED));
        Money closing = net.plus(totals.earned())
                .plus(totals.adjusted())
                .minus(totals.paid())
                .plus(totals.returned());
        return new Statement(net, lines, closing, totals, opening.position());
    }

    private static Money sum(Row opening, List<Line> lines, Kind kind) {
        Stream<Line> own = lines.stream().filter(line -> line.kind() == kind);
        return own.map(Line::amount).reduce(Money.zero(opening.currency()), Money::plus);
    }
}
