package io.daybook.journal;

import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;

import io.daybook.account.AccountEntryId;
import io.daybook.account.AdjustmentId;
import io.daybook.account.PayoutId;
import io.daybook.contractor.ContractorId;
import io.daybook.journal.Statement.Kind;
import io.daybook.journal.Statement.Line;
import io.daybook.journal.Statement.Totals;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
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

    private record Opening(Money net, long position) {}

    List<Statement> read(ContractorId contractor, Instant from, Instant to, Viewpoint viewpoint) {
        Instant end = viewpoint.before() == null || to.isBefore(viewpoint.before()) ? to : viewpoint.before();
        return openings(contractor, from, viewpoint).stream()
                .map(opening -> statement(opening, lines(contractor, opening, from, end)))
                .toList();
    }

    /** One for each currency, with the position that the whole statement knows of. */
    private List<Opening> openings(ContractorId contractor, Instant from, Viewpoint viewpoint) {
        return list(
                source,
                """
                WITH known AS (SELECT coalesce(max(entry), 0) AS position FROM view.journal_entry
                                WHERE entry <= ? AND recorded_at <= ?::timestamptz)
                SELECT l.currency, k.position,
                       coalesce(-sum(l.amount_minor) FILTER (WHERE e.effective_at < ?::timestamptz), 0)::bigint AS net
                  FROM known k
                  JOIN view.journal_entry e ON e.contractor = ? AND e.entry <= k.position
                  JOIN view.journal_line l ON l.entry = e.entry AND l.contractor = e.contractor AND l.account IN %s
                 GROUP BY l.currency, k.position ORDER BY l.currency
                """.formatted(NET),
                row -> new Opening(Money.of(row.getLong("net"), row.getString("currency")), row.getLong("position")),
                viewpoint.lastPosition(),
                viewpoint.lastRecordedAt(),
                from,
                contractor.value());
    }

    private List<Line> lines(ContractorId contractor, Opening opening, Instant from, Instant to) {
        return list(
                source,
                """
                SELECT e.entry, e.effective_at, e.occurred_at, coalesce(e.kind, 'ADJUSTED') AS kind, e.source,
                       e.account_entry, e.timesheet, e.project, e.adjustment, e.payout, e.seconds, l.currency,
                       -sum(l.amount_minor)::bigint AS net
                  FROM view.journal_entry e
                  JOIN view.journal_line l ON l.entry = e.entry AND l.contractor = e.contractor AND l.account IN %s
                 WHERE e.contractor = ? AND e.entry <= ? AND l.currency = ?
                   AND e.effective_at >= ?::timestamptz AND e.effective_at < ?::timestamptz
                 GROUP BY e.entry, l.currency HAVING sum(l.amount_minor) <> 0
                 ORDER BY e.effective_at, e.entry
                """.formatted(NET),
                StatementTable::line,
                contractor.value(),
                opening.position(),
                opening.net().currency(),
                from,
                to);
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
                id(row, "payout", PayoutId::new),
                row.getLong("seconds"));
    }

    private static <T> @Nullable T id(ResultSet row, String column, Function<String, T> id) throws SQLException {
        String value = row.getString(column);
        return value == null ? null : id.apply(value);
    }

    private static Statement statement(Opening opening, List<Line> lines) {
        Totals totals = new Totals(
                lines.stream().mapToLong(Line::seconds).sum(),
                sum(opening, lines, Kind.EARNED),
                sum(opening, lines, Kind.ADJUSTED),
                sum(opening, lines, Kind.PAID).negated(),
                sum(opening, lines, Kind.RETURNED));
        Money closing = opening.net()
                .plus(totals.earned())
                .plus(totals.adjusted())
                .minus(totals.paid())
                .plus(totals.returned());
        return new Statement(opening.net(), lines, closing, totals, opening.position());
    }

    private static Money sum(Opening opening, List<Line> lines, Kind kind) {
        Stream<Line> own = lines.stream().filter(line -> line.kind() == kind);
        return own.map(Line::amount).reduce(Money.zero(opening.net().currency()), Money::plus);
    }
}
