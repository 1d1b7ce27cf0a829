package io.daybook.journal;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.update;

import io.daybook.account.PayoutId;
import io.daybook.calendar.AccountingMonth;
import io.daybook.contractor.ContractorId;
import io.daybook.journal.JournalRows.Period;
import io.daybook.kernel.ProjectionTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the books: a handful of statements for a run of facts, however many there are. */
final class JournalTable implements ProjectionTable<JournalRows> {
    private static final String INSERT_ENTRIES = """
            INSERT INTO view.journal_entry
                   (entry, event_id, source, stream, effective_at, occurred_at, recorded_at, contractor, kind,
                    account_entry, timesheet, project, adjustment, payout, seconds)
            SELECT entry::bigint, event_id, source, stream, effective_at::timestamptz, occurred_at::timestamptz,
                   recorded_at::timestamptz, contractor, kind, account_entry, timesheet, project, adjustment,
                   payout, seconds::bigint
              FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                AS row(entry, event_id, source, stream, effective_at, occurred_at, recorded_at, contractor, kind,
                       account_entry, timesheet, project, adjustment, payout, seconds)
            """;

    private final ZoneId zone;

    /** @param zone in which the accounting months begin */
    JournalTable(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "account_balance",
                "closed_month",
                "control_balance",
                "journal_entry",
                "journal_line",
                "unfinished_entry");
    }

    @Override
    public void write(Connection connection, JournalRows rows) throws SQLException {
        if (rows.steps().isEmpty()) return;
        List<EntryRow> entries = new EffectiveDates(zone, latest(connection, rows), closed(connection)).date(rows);
        if (!entries.isEmpty()) {
            insertEntries(connection, entries);
            List<LineRow> lines = LineRow.of(entries);
            insertLines(connection, lines);
            BalanceTable.add(connection, lines);
        }
        for (JournalRows.Step step : rows.steps()) if (step instanceof Period period) mark(connection, period);
    }

    private static Map<PayoutId, Instant> latest(Connection connection, JournalRows rows) throws SQLException {
        List<PayoutId> payouts = rows.steps().stream()
                .map(step -> step instanceof JournalRows.Post(EntryRow.Undated entry)
                        ? entry.links().payout()
                        : null)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<PayoutId, Instant> latest = new HashMap<>();
        if (payouts.isEmpty()) return latest;
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT payout, max(effective_at) FROM view.journal_entry WHERE payout = ANY (?::text[]) GROUP BY payout
                """)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", column(payouts, PayoutId::value).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next())
                    latest.put(
                            new PayoutId(row.getString(1)),
                            row.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
        return latest;
    }

    private static Set<AccountingMonth> closed(Connection connection) throws SQLException {
        Set<AccountingMonth> closed = new HashSet<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT month FROM view.closed_month ORDER BY month");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) closed.add(AccountingMonth.parse(row.getString(1)));
        }
        return closed;
    }

    private void mark(Connection connection, Period period) throws SQLException {
        AccountingMonth month = period.fact().month();
        if (period.fact().closes())
            update(connection, """
                    INSERT INTO view.closed_month (month, begins_at, ends_at, position) VALUES (?, ?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """, month.id(), month.startsAt(zone), month.endsAt(zone), period.position());
        else update(connection, "DELETE FROM view.closed_month WHERE month = ?", month.id());
    }

    private static void insertEntries(Connection connection, List<EntryRow> rows) throws SQLException {
        update(
                connection,
                INSERT_ENTRIES,
                column(rows, EntryRow::position),
                column(rows, EntryRow::eventId),
                column(rows, EntryRow::source),
                column(rows, EntryRow::stream),
                column(rows, EntryRow::effectiveAt),
                column(rows, EntryRow::occurredAt),
                column(rows, EntryRow::recordedAt),
                column(rows, row -> contractor(row.links().contractor())),
                column(rows, row -> row.links().kind()),
                column(
                        rows,
                        row -> row.links().entry() == null
                                ? null
                                : row.links().entry().value()),
                column(
                        rows,
                        row -> row.links().timesheet() == null
                                ? null
                                : row.links().timesheet().value()),
                column(rows, row -> row.links().project()),
                column(
                        rows,
                        row -> row.links().adjustment() == null
                                ? null
                                : row.links().adjustment().value()),
                column(
                        rows,
                        row -> row.links().payout() == null
                                ? null
                                : row.links().payout().value()),
                column(rows, row -> row.links().seconds()));
    }

    private static void insertLines(Connection connection, List<LineRow> rows) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.journal_line
                       (entry, line, account, contractor, rail, place, project, currency, amount_minor, effective_at)
                SELECT entry::bigint, line::integer, account::integer, contractor, rail, place, project, currency,
                       amount_minor::bigint, effective_at::timestamptz
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::text[], ?::text[])
                    AS row(entry, line, account, contractor, rail, place, project, currency, amount_minor, effective_at)
                """,
                column(rows, LineRow::entry),
                column(rows, LineRow::number),
                column(rows, row -> row.line().account().number()),
                column(rows, row -> contractor(row.line().contractor())),
                column(rows, row -> row.line().rail()),
                column(rows, row -> row.line().place()),
                column(rows, row -> row.line().project()),
                column(rows, row -> row.line().amount().currency()),
                column(rows, row -> row.line().amount().minor()),
                column(rows, LineRow::effectiveAt));
    }

    private static @Nullable String contractor(@Nullable ContractorId contractor) {
        return contractor == null ? null : contractor.value();
    }

    /** @param number counts the entry's lines from 1 */
    record LineRow(long entry, Instant effectiveAt, int number, JournalLine line) {
        static List<LineRow> of(List<EntryRow> entries) {
            List<LineRow> rows = new ArrayList<>();
            for (EntryRow entry : entries) {
                int number = 0;
                for (JournalLine line : entry.lines())
                    rows.add(new LineRow(entry.position(), entry.effectiveAt(), ++number, line));
            }
            return rows;
        }
    }
}
