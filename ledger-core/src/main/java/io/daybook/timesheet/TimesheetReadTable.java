package io.daybook.timesheet;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;

import io.daybook.calendar.PayPeriod;
import io.daybook.engagement.EngagementViews;
import io.daybook.engagement.RateVersion;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.money.Currencies;
import io.daybook.money.HourlyRate;
import io.daybook.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads timesheets and entries; what no approval has priced yet is priced on the way out. */
final class TimesheetReadTable implements TimesheetViews {
    private static final String TIMESHEETS = """
            SELECT timesheet, project, period_from, period_to, currency, status, revision, entries, unpriced, seconds,
                   priced_minor, changed_at
              FROM view.timesheet
            """;
    private static final String ENTRIES = """
            SELECT e.timesheet, e.entry, e.work_date, e.worked_at, e.timed, e.seconds, e.task, e.notes, e.rate_version,
                   e.rate_from, e.per_hour_minor, e.amount_minor, t.currency
              FROM view.time_entry e
              JOIN view.timesheet t ON t.timesheet = e.timesheet
            """;

    private final DataSource source;
    private final ForecastPricing forecast;

    TimesheetReadTable(DataSource source, EngagementViews engagements) {
        this.source = source;
        this.forecast = new ForecastPricing(engagements);
    }

    @Override
    public Optional<TimesheetView> byId(TimesheetId id) {
        return withAmounts(list(source, TIMESHEETS + "WHERE timesheet = ?", TimesheetReadTable::sheet, id.value()))
                .stream()
                .findFirst();
    }

    @Override
    public List<TimesheetView> page(Filter filter, @Nullable TimesheetId after, int limit) {
        Where where = where(filter, after).limit(limit);
        return withAmounts(list(source, TIMESHEETS + where.sql, TimesheetReadTable::sheet, where.values()));
    }

    @Override
    public Map<TimesheetId, Set<Subject>> hands(Collection<TimesheetId> timesheets) {
        return TimeHandTable.of(source, timesheets);
    }

    @Override
    public List<TimesheetView.Revision> revisions(Filter filter, @Nullable TimesheetId after, int limit) {
        Where where = where(filter, after).limit(limit);
        return list(
                source,
                "SELECT timesheet, revision FROM view.timesheet " + where.sql,
                row -> new TimesheetView.Revision(new TimesheetId(row.getString("timesheet")), row.getInt("revision")),
                where.values());
    }

    @Override
    public long count(Filter filter) {
        Where where = where(filter, null);
        return list(
                        source,
                        "SELECT count(*) AS sheets FROM view.timesheet " + where.sql,
                        row -> row.getLong("sheets"),
                        where.values())
                .getFirst();
    }

    @Override
    public List<TimesheetView.Entry> entries(TimesheetId timesheet) {
        return forecast.entries(list(
                source,
                ENTRIES + "WHERE e.timesheet = ? ORDER BY e.worked_at, e.entry",
                TimesheetReadTable::entry,
                timesheet.value()));
    }

    @Override
    public List<TimesheetView.Entry> entriesById(Collection<TimeEntryId> ids) {
        return forecast.entries(list(
                source,
                ENTRIES + "WHERE e.entry = ANY (?::text[]) ORDER BY e.worked_at, e.entry, e.timesheet",
                TimesheetReadTable::entry,
                column(ids, TimeEntryId::value)));
    }

    @Override
    public List<TimesheetView.Period> periods(Filter filter, @Nullable LocalDate before, int limit) {
        Where sheets = where(filter, null);
        Where periods = where(filter, null);
        if (before != null) periods.and("period_from < ?::date", before);
        return list(
                source,
                """
                SELECT period_from, period_to, status, count(*) AS timesheets, sum(seconds)::bigint AS seconds
                  FROM view.timesheet
                """ + periods.in(sheets, limit) + """
                 GROUP BY period_from, period_to, status
                 ORDER BY period_from DESC, period_to DESC, status
                """,
                row -> new TimesheetView.Period(
                        period(row),
                        TimesheetStatus.valueOf(row.getString("status")),
                        row.getLong("timesheets"),
                        row.getLong("seconds")),
                sheets.values());
    }

    private List<TimesheetView> withAmounts(List<Sheet> sheets) {
        List<Sheet> unpriced =
                sheets.stream().filter(sheet -> sheet.unpriced > 0).toList();
        List<TimesheetView.Entry> entries = unpriced.isEmpty()
                ? List.of()
                : list(
                        source,
                        ENTRIES + "WHERE e.timesheet = ANY (?::text[]) AND e.amount_minor IS NULL",
                        TimesheetReadTable::entry,
                        column(unpriced, sheet -> sheet.view.id().value()));
        return forecast.sheets(sheets.stream().map(Sheet::view).toList(), entries);
    }

    private record Sheet(TimesheetView view, int unpriced) {}

    private static Sheet sheet(ResultSet row) throws SQLException {
        var view = new TimesheetView(
                new TimesheetId(row.getString("timesheet")),
                row.getString("project"),
                period(row),
                TimesheetStatus.valueOf(row.getString("status")),
                row.getInt("revision"),
                row.getInt("entries"),
                row.getLong("seconds"),
                Money.of(row.getLong("priced_minor"), row.getString("currency")),
                instant(row, "changed_at"));
        return new Sheet(view, row.getInt("unpriced"));
    }

    private static TimesheetView.Entry entry(ResultSet row) throws SQLException {
        Money perHour = row.getObject("per_hour_minor") == null
                ? null
                : Money.of(row.getLong("per_hour_minor"), row.getString("currency"));
        String notes = row.getString("notes");
        return new TimesheetView.Entry(
                new TimesheetId(row.getString("timesheet")),
                new TimeEntryId(row.getString("entry")),
                row.getObject("work_date", LocalDate.class),
                instant(row, "worked_at"),
                row.getBoolean("timed"),
                row.getLong("seconds"),
                row.getString("task"),
                notes == null ? null : Sealed.ofText(notes),
                perHour == null
                        ? null
                        : new RateVersion(
                                row.getInt("rate_version"),
                                new HourlyRate(perHour),
                                row.getObject("rate_from", LocalDate.class)),
                perHour != null,
                new Money(row.getLong("amount_minor"), Currencies.of(row.getString("currency"))));
    }

    private static PayPeriod period(ResultSet row) throws SQLException {
        return new PayPeriod(
                row.getObject("period_from", LocalDate.class), row.getObject("period_to", LocalDate.class));
    }

    private static Where where(Filter filter, @Nullable TimesheetId after) {
        Where where = new Where();
        if (after != null) where.and("timesheet > ?", after.value());
        if (filter.status() != null) where.and("status = ?", filter.status().name());
        if (filter.project() != null) where.and("project = ?", filter.project());
        if (filter.period() != null) where.and("period_from = ?::date", filter.period());
        if (filter.from() != null) where.and("period_from >= ?::date", filter.from());
        if (filter.to() != null) where.and("period_from <= ?::date", filter.to());
        if (filter.contractor() != null)
            where.and("contractor = ?", filter.contractor().value());
        if (filter.projects() != null)
            where.and("project = ANY (?::text[])", column(filter.projects(), project -> project));
        return where;
    }

    /** Conditions written here, values bound: nothing of a caller's becomes SQL. */
    private static final class Where {
        private String sql = "WHERE TRUE";
        private final List<Object> bound = new ArrayList<>();

        private void and(String condition, Object value) {
            sql += " AND " + condition;
            bound.add(value);
        }

        private Where limit(int limit) {
            sql += " ORDER BY timesheet LIMIT ?";
            bound.add(limit);
            return this;
        }

        /** Narrows sheets to those of the latest periods that have such; its values go after theirs. */
        private String in(Where sheets, int limit) {
            sheets.sql += " AND period_from IN (SELECT DISTINCT period_from FROM view.timesheet " + sql
                    + " ORDER BY period_from DESC LIMIT ?) ";
            sheets.bound.addAll(bound);
            sheets.bound.add(limit);
            return sheets.sql;
        }

        private Object[] values() {
            return bound.toArray();
        }
    }
}
