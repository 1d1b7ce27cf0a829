package io.daybook.timesheet;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.update;

import io.daybook.kernel.ProjectionTable;
import io.daybook.kernel.Sealed;
import io.daybook.timesheet.TimesheetEvent.TimesheetOpened;
import io.daybook.timesheet.TimesheetRows.Entry;
import io.daybook.timesheet.TimesheetRows.EntryKey;
import io.daybook.timesheet.TimesheetRows.Move;
import io.daybook.timesheet.TimesheetRows.Price;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes timesheets and entries: one statement for each kind of row, then the sums of the sheets touched. */
final class TimesheetTable implements ProjectionTable<TimesheetRows> {
    @Override
    public Set<String> tables() {
        return Set.of("time_entry", "timesheet");
    }

    @Override
    public void write(Connection connection, TimesheetRows rows) throws SQLException {
        if (!rows.opened.isEmpty()) insert(connection, rows.opened.values());
        if (!rows.moves.isEmpty()) updateMoves(connection, rows.moves.entrySet());
        if (!rows.locked.isEmpty()) updateLocked(connection, rows.locked);
        if (!rows.entries.isEmpty()) insertEntries(connection, rows.entries);
        if (!rows.prices.isEmpty()) updatePrices(connection, rows.prices.entrySet());
        Set<TimesheetId> touched = rows.touched();
        if (!touched.isEmpty()) updateSums(connection, touched);
    }

    private static void insert(Connection connection, Collection<TimesheetOpened> rows) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.timesheet
                       (timesheet, contractor, engagement, project, period_from, period_to, currency, stage, revision,
                        changed_at)
                SELECT timesheet, contractor, engagement, project, period_from::date, period_to::date, currency,
                       'OPEN', 0, opened_at::timestamptz
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(timesheet, contractor, engagement, project, period_from, period_to, currency, opened_at)
                ON CONFLICT (timesheet) DO NOTHING
                """,
                column(rows, row -> row.timesheet().value()),
                column(rows, row -> row.timesheet().contractor().value()),
                column(rows, row -> row.timesheet().engagement().value()),
                column(rows, TimesheetOpened::project),
                column(rows, row -> row.period().from()),
                column(rows, row -> row.period().to()),
                column(rows, TimesheetOpened::currency),
                column(rows, TimesheetOpened::occurredAt));
    }

    private static void updateMoves(Connection connection, Collection<Map.Entry<TimesheetId, Move>> rows)
            throws SQLException {
        update(
                connection,
                """
                UPDATE view.timesheet t
                   SET stage = COALESCE(row.stage, t.stage), revision = COALESCE(row.revision::integer, t.revision),
                       changed_at = row.changed_at::timestamptz
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(timesheet, stage, revision, changed_at)
                 WHERE t.timesheet = row.timesheet
                """,
                column(rows, row -> row.getKey().value()),
                column(rows, row -> row.getValue().stage()),
                column(rows, row -> row.getValue().revision()),
                column(rows, row -> row.getValue().at()));
    }

    private static void updateLocked(Connection connection, Collection<TimesheetId> locked) throws SQLException {
        update(connection, "UPDATE view.timesheet SET locked = TRUE WHERE timesheet = ANY (?::text[])", (Object)
                column(locked, TimesheetId::value));
    }

    private static void insertEntries(Connection connection, List<Entry> rows) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.time_entry (timesheet, entry, work_date, worked_at, timed, seconds, task, notes)
                SELECT timesheet, entry, work_date::date, worked_at::timestamptz, timed::boolean, seconds::bigint, task,
                       notes
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(timesheet, entry, work_date, worked_at, timed, seconds, task, notes)
                ON CONFLICT (timesheet, entry) DO NOTHING
                """,
                column(rows, row -> row.timesheet().value()),
                column(rows, row -> row.entry().id().value()),
                column(rows, row -> row.entry().workDate()),
                column(rows, row -> row.entry().workedAt()),
                column(rows, row -> row.entry().timed()),
                column(rows, row -> row.entry().seconds()),
                column(rows, row -> row.entry().task()),
                column(rows, row -> text(row.entry().notes())));
    }

    private static void updatePrices(Connection connection, Collection<Map.Entry<EntryKey, Price>> rows)
            throws SQLException {
        update(
                connection,
                """
                UPDATE view.time_entry e
                   SET seconds = row.seconds::bigint, rate_version = row.rate_version::integer,
                       rate_from = row.rate_from::date, per_hour_minor = row.per_hour_minor::bigint,
                       amount_minor = row.amount_minor::bigint
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(timesheet, entry, seconds, rate_version, rate_from, per_hour_minor, amount_minor)
                 WHERE e.timesheet = row.timesheet AND e.entry = row.entry
                """,
                column(rows, row -> row.getKey().timesheet().value()),
                column(rows, row -> row.getKey().entry().value()),
                column(rows, row -> row.getValue().seconds()),
                column(rows, row -> row.getValue().rate().version()),
                column(rows, row -> row.getValue().rate().from()),
                column(rows, row -> row.getValue().rate().rate().perHour().minor()),
                column(rows, row -> row.getValue().amount().minor()));
    }

    private static void updateSums(Connection connection, Collection<TimesheetId> touched) throws SQLException {
        update(connection, """
                UPDATE view.timesheet t
                   SET entries = s.entries, unpriced = s.unpriced, seconds = s.seconds, priced_minor = s.priced_minor
                  FROM (SELECT e.timesheet, count(*) AS entries, count(*) FILTER (WHERE e.amount_minor IS NULL) AS unpriced,
                               sum(e.seconds) AS seconds, COALESCE(sum(e.amount_minor), 0) AS priced_minor
                          FROM view.time_entry e WHERE e.timesheet = ANY (?::text[]) GROUP BY e.timesheet) AS s
                 WHERE t.timesheet = s.timesheet
                """, column(touched, TimesheetId::value));
    }

    private static @Nullable String text(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.toText();
    }
}
