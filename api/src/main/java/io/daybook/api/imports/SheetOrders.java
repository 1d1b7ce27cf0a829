package io.daybook.api.imports;

import io.daybook.api.eventlog.AppendRefused;
import io.daybook.engagement.EngagementView;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Commands;
import io.daybook.kernel.Origin;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.Rider;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetCommand.Opening;
import io.daybook.timesheet.TimesheetCommand.RecordTimeEntries;
import io.daybook.timesheet.TimesheetRejection.EntriesRefused;
import io.daybook.timesheet.TimesheetRejection.Refusal;
import io.daybook.timesheet.overlap.WorkedIntervals;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One timesheet's rows of a chunk. What an order cannot take is told apart, and the rest sent again. */
final class SheetOrders {
    private final Commands commands;
    private final WorkedIntervals worked;
    private final InstantSource clock;
    private final ImportRecord record;
    private final int round;
    private final List<PlannedEntry> rows;
    private final List<Fate> fates = new ArrayList<>();
    private int orders;

    SheetOrders(
            Commands commands,
            WorkedIntervals worked,
            InstantSource clock,
            ImportRecord record,
            int round,
            List<PlannedEntry> rows) {
        this.commands = commands;
        this.worked = worked;
        this.clock = clock;
        this.record = record;
        this.round = round;
        this.rows = rows;
    }

    /** The fates of all rows; of fewer when somebody else recorded one of them, or took its hours, a moment before. */
    List<Fate> give() {
        List<PlannedEntry> rest = rows;
        try {
            while (!rest.isEmpty()) rest = order(rest);
        } catch (AppendRefused othersWereFaster) {
            return fates;
        }
        return fates;
    }

    /** Answers the rows that could be taken without the others. */
    private List<PlannedEntry> order(List<PlannedEntry> entries) {
        RecordTimeEntries command = command(entries);
        List<Rider> riders = new ArrayList<>(
                worked.riders(command, entries.getFirst().engagement().overlap()));
        riders.add(ImportedEntryTable.record(record, entries));
        return switch (commands.send(command, cause(entries.getFirst().row()), riders)) {
            case Outcome.Done done -> {
                for (PlannedEntry entry : entries) fates.add(new Fate.Accepted(entry.row()));
                yield List.of();
            }
            case Outcome.Refused(Rejection reason) -> rejectAmong(entries, reasons(reason, entries));
        };
    }

    private RecordTimeEntries command(List<PlannedEntry> entries) {
        PlannedEntry first = entries.getFirst();
        EngagementView engagement = first.engagement();
        return new RecordTimeEntries(
                first.timesheet(),
                new Opening(
                        engagement.project(), first.period(), engagement.terms().currency()),
                engagement.terms(),
                entries.stream().map(PlannedEntry::entry).toList(),
                clock.instant());
    }

    /** An id of its own for each order of each run: that no row counts twice is seen to by the riders. */
    private Cause cause(long row) {
        String id = String.join(":", record.id(), "" + record.run(), "" + row, "" + round, "" + orders++);
        return new Cause(Origin.IMPORT, new CommandId(id), record.request().actor(), record.id(), null);
    }

    private static Map<TimeEntryId, Rejection> reasons(Rejection reason, List<PlannedEntry> entries) {
        if (reason instanceof EntriesRefused(List<Refusal> refused))
            return refused.stream().collect(Collectors.toMap(Refusal::entry, Refusal::reason, (one, other) -> one));
        return entries.stream().collect(Collectors.toMap(entry -> entry.entry().id(), entry -> reason));
    }

    private List<PlannedEntry> rejectAmong(List<PlannedEntry> entries, Map<TimeEntryId, Rejection> reasons) {
        List<PlannedEntry> rest = new ArrayList<>();
        for (PlannedEntry entry : entries) {
            Rejection reason = reasons.get(entry.entry().id());
            if (reason == null) rest.add(entry);
            else fates.add(TimeRowHandler.rejected(record, entry.row(), reason.code(), reason.message()));
        }
        return rest;
    }
}
