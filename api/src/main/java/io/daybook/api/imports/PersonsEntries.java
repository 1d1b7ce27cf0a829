package io.daybook.api.imports;

import io.daybook.api.eventlog.AppendRefused;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Commands;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.Rider;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetCommand.Opening;
import io.daybook.timesheet.TimesheetCommand.RecordTimeEntries;
import io.daybook.timesheet.TimesheetId;
import io.daybook.timesheet.TimesheetRejection.EntriesRefused;
import io.daybook.timesheet.TimesheetRejection.Refusal;
import io.daybook.timesheet.overlap.WorkedIntervals;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One person's rows of a chunk, one order per timesheet. What an order cannot take is told apart and the rest sent again. */
final class PersonsEntries {
    private static final int TRIES_AGAINST_OTHERS = 8;

    private final Commands commands;
    private final WorkedIntervals worked;
    private final ImportedEntryTable imported;
    private final InstantSource clock;
    private final ImportRecord record;
    private final ContractorId contractor;

    /** Rows without a fate yet, in the file's order. */
    private final Map<Long, PlannedEntry> open = new LinkedHashMap<>();

    private final List<Fate> fates = new ArrayList<>();
    private int orders;

    PersonsEntries(
            Commands commands,
            WorkedIntervals worked,
            ImportedEntryTable imported,
            InstantSource clock,
            ImportRecord record,
            ContractorId contractor,
            List<PlannedEntry> rows) {
        this.commands = commands;
        this.worked = worked;
        this.imported = imported;
        this.clock = clock;
        this.record = record;
        this.contractor = contractor;
        for (PlannedEntry row : rows) open.put(row.row(), row);
    }

    List<Fate> record() {
        for (int tries = 1; !open.isEmpty(); ) {
            try {
                recordWhatFits();
            } catch (AppendRefused othersWereFaster) {
                if (tries++ == TRIES_AGAINST_OTHERS) throw othersWereFaster;
                settleWhatIsThere();
            }
        }
        return fates;
    }

    /** Rows that lose to an earlier one stay open when that one was refused after all. */
    private void recordWhatFits() {
        Set<TimeEntryId> losers = worked.overlapping(
                open.values().stream().flatMap(row -> row.interval().stream()).toList());
        Map<TimesheetId, List<PlannedEntry>> sheets = new LinkedHashMap<>();
        for (PlannedEntry row : open.values())
            if (!losers.contains(row.entry().id()))
                sheets.computeIfAbsent(row.timesheet(), sheet -> new ArrayList<>())
                        .add(row);
        boolean exclusiveRefused = false;
        for (List<PlannedEntry> rows : sheets.values()) exclusiveRefused |= send(rows);
        if (exclusiveRefused) return;
        for (PlannedEntry row : List.copyOf(open.values()))
            reject(row, "overlap", "The contractor worked elsewhere in this time.");
    }

    /** Records rows of one sheet; true when a row was refused that had kept others out. */
    private boolean send(List<PlannedEntry> rows) {
        boolean exclusiveRefused = false;
        List<PlannedEntry> rest = rows;
        while (!rest.isEmpty()) {
            switch (order(rest)) {
                case Outcome.Done done -> {
                    rest.forEach(row -> settle(row, new Fate.Accepted(row.row())));
                    return exclusiveRefused;
                }
                case Outcome.Refused(Rejection reason) -> {
                    Map<TimeEntryId, Rejection> refusals = refusals(reason, rest);
                    exclusiveRefused |=
                            rest.stream().anyMatch(row -> row.interval().isPresent() && isIn(refusals, row));
                    rest = rejectAmong(rest, refusals);
                }
            }
        }
        return exclusiveRefused;
    }

    private Outcome order(List<PlannedEntry> rows) {
        PlannedEntry first = rows.getFirst();
        RecordTimeEntries command = new RecordTimeEntries(
                first.timesheet(),
                new Opening(
                        first.engagement().project(),
                        first.period(),
                        first.engagement().terms().currency()),
                first.engagement().terms(),
                rows.stream().map(PlannedEntry::entry).toList(),
                clock.instant());
        List<Rider> riders =
                new ArrayList<>(worked.riders(command, first.engagement().overlap()));
        riders.add(ImportedEntryTable.record(record, rows));
        return commands.send(command, cause(first.row()), riders);
    }

    /** An id of its own for each order of each run: that no row counts twice is seen to by the riders. */
    private Cause cause(long row) {
        String id = record.id() + ":" + record.run() + ":" + row + ":" + orders++;
        return new Cause(new CommandId(id), record.request().actor(), record.id(), null);
    }

    private static Map<TimeEntryId, Rejection> refusals(Rejection reason, Collection<PlannedEntry> rows) {
        if (reason instanceof EntriesRefused(List<Refusal> refused))
            return refused.stream().collect(Collectors.toMap(Refusal::entry, Refusal::reason, (one, other) -> one));
        return rows.stream().collect(Collectors.toMap(row -> row.entry().id(), row -> reason));
    }

    private static boolean isIn(Map<TimeEntryId, Rejection> refusals, PlannedEntry row) {
        return refusals.containsKey(row.entry().id());
    }

    private List<PlannedEntry> rejectAmong(List<PlannedEntry> rows, Map<TimeEntryId, Rejection> refusals) {
        List<PlannedEntry> rest = new ArrayList<>();
        for (PlannedEntry row : rows) {
            Rejection reason = refusals.get(row.entry().id());
            if (reason == null) rest.add(row);
            else reject(row, reason.code(), reason.message());
        }
        return rest;
    }

    private void settleWhatIsThere() {
        Map<Twin, ImportedEntryTable.Source> there =
                imported.find(open.values().stream().map(PlannedEntry::twin).toList());
        for (PlannedEntry row : List.copyOf(open.values())) {
            ImportedEntryTable.Source source = there.get(row.twin());
            if (source != null) settle(row, TimeRowHandler.repeated(record, row.row(), source));
        }
    }

    private void reject(PlannedEntry row, String code, String message) {
        settle(row, TimeRowHandler.rejected(record, row.row(), code, message));
    }

    private void settle(PlannedEntry row, Fate fate) {
        open.remove(row.row());
        fates.add(fate);
    }
}
