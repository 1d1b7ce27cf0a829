package io.daybook.timesheet.overlap;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.update;

import io.daybook.engagement.Overlap;
import io.daybook.kernel.JoiningTable;
import io.daybook.kernel.Rider;
import io.daybook.kernel.RiderTable;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetCommand.Change;
import io.daybook.timesheet.TimesheetCommand.CorrectTimesheet;
import io.daybook.timesheet.TimesheetCommand.RecordTimeEntries;
import io.daybook.timesheet.TimesheetCommand.RejectTimesheet;
import io.daybook.timesheet.TimesheetView;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** The taken hours, guarded by an exclusion constraint. */
final class WorkedIntervalTable implements WorkedIntervals {
    private final DataSource source;

    WorkedIntervalTable(DataSource source) {
        this.source = source;
    }

    @Override
    public Set<TimeEntryId> overlapping(List<WorkedInterval> wanted) {
        if (wanted.isEmpty()) return Set.of();
        Set<TimeEntryId> known = new HashSet<>();
        Set<TimeEntryId> overlapping = new HashSet<>();
        list(
                source,
                """
                SELECT row.entry, held.entry = row.entry AS known
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS row(entry, contractor, from_at, to_at)
                  JOIN daybook.worked_interval held
                    ON held.entry = row.entry
                    OR held.contractor = row.contractor
                   AND held.worked && tstzrange(row.from_at::timestamptz, row.to_at::timestamptz)
                """,
                row -> (row.getBoolean("known") ? known : overlapping).add(new TimeEntryId(row.getString("entry"))),
                column(wanted, interval -> interval.entry().value()),
                column(wanted, interval -> interval.contractor().value()),
                column(wanted, WorkedInterval::from),
                column(wanted, WorkedInterval::to));
        overlapping.removeAll(known);
        TakenHours taken = new TakenHours();
        for (WorkedInterval interval : wanted) {
            TimeEntryId entry = interval.entry();
            if (!known.contains(entry) && !overlapping.contains(entry) && !taken.take(interval)) overlapping.add(entry);
        }
        return overlapping;
    }

    @Override
    public List<Rider> riders(RecordTimeEntries order, Overlap rule) {
        return take(order.entries().stream()
                .flatMap(entry -> WorkedInterval.of(order.timesheet(), entry, rule).stream())
                .toList());
    }

    @Override
    public List<Rider> riders(CorrectTimesheet order, Overlap rule, Collection<TimesheetView.Entry> entries) {
        Map<TimeEntryId, TimesheetView.Entry> standing = new HashMap<>();
        for (TimesheetView.Entry entry : entries) standing.put(entry.id(), entry);
        List<TimeEntryId> changed = new ArrayList<>();
        List<WorkedInterval> wanted = new ArrayList<>();
        for (Change change : order.changes()) {
            TimesheetView.Entry entry = standing.get(change.entry());
            if (entry == null || !entry.timed()) continue;
            changed.add(entry.id());
            wanted.removeIf(earlier -> earlier.entry().equals(entry.id()));
            if (rule == Overlap.REFUSE && change.seconds() > 0)
                wanted.add(WorkedInterval.at(order.timesheet(), entry.id(), entry.workedAt(), change.seconds()));
        }
        order.late().stream()
                .flatMap(entry -> WorkedInterval.of(order.timesheet(), entry, rule).stream())
                .forEach(wanted::add);
        List<Rider> riders = new ArrayList<>(giveBack(changed));
        riders.addAll(take(wanted));
        return riders;
    }

    @Override
    public List<Rider> riders(RejectTimesheet order, Collection<TimesheetView.Entry> entries) {
        return giveBack(entries.stream()
                .filter(TimesheetView.Entry::priced)
                .map(TimesheetView.Entry::id)
                .toList());
    }

    private static List<Rider> take(List<WorkedInterval> intervals) {
        return intervals.isEmpty() ? List.of() : List.of(new Taken(intervals));
    }

    /** Once for each entry: a repeated order finds its own hours and leaves them. */
    private record Taken(List<WorkedInterval> intervals) implements JoiningTable {
        @Override
        public void writeAll(Connection connection, List<JoiningTable> alike) throws SQLException {
            List<WorkedInterval> all = alike.stream()
                    .flatMap(rider -> ((Taken) rider).intervals().stream())
                    .toList();
            update(
                    connection,
                    """
                    INSERT INTO daybook.worked_interval (entry, contractor, timesheet, worked)
                    SELECT entry, contractor, timesheet, tstzrange(from_at::timestamptz, to_at::timestamptz)
                      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                        AS row(entry, contractor, timesheet, from_at, to_at)
                    ON CONFLICT (entry) DO NOTHING
                    """,
                    column(all, interval -> interval.entry().value()),
                    column(all, interval -> interval.contractor().value()),
                    column(all, interval -> interval.timesheet().value()),
                    column(all, WorkedInterval::from),
                    column(all, WorkedInterval::to));
        }
    }

    private static List<Rider> giveBack(List<TimeEntryId> entries) {
        if (entries.isEmpty()) return List.of();
        RiderTable rider = connection ->
                update(connection, "DELETE FROM daybook.worked_interval WHERE entry = ANY (?::text[])", (Object)
                        column(entries, TimeEntryId::value));
        return List.of(rider);
    }
}
