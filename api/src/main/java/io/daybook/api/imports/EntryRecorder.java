package io.daybook.api.imports;

import io.daybook.kernel.Commands;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetId;
import io.daybook.timesheet.overlap.WorkedIntervals;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

/** Records planned entries, one order per timesheet and many side by side. Where hours meet, the earlier row wins. */
final class EntryRecorder {
    private static final int ROUNDS_AGAINST_OTHERS = 8;

    private final Commands commands;
    private final WorkedIntervals worked;
    private final ImportedEntryTable imported;
    private final InstantSource clock;
    private final ExecutorService workers;

    EntryRecorder(
            Commands commands,
            WorkedIntervals worked,
            ImportedEntryTable imported,
            InstantSource clock,
            ExecutorService workers) {
        this.commands = commands;
        this.worked = worked;
        this.imported = imported;
        this.clock = clock;
        this.workers = workers;
    }

    /** Entries in the file's order in, one fate for each out. */
    List<Fate> record(ImportRecord record, List<PlannedEntry> entries) {
        Map<Long, PlannedEntry> open = new LinkedHashMap<>();
        for (PlannedEntry entry : entries) open.put(entry.row(), entry);
        List<Fate> fates = new ArrayList<>();
        int conflicts = 0;
        for (int round = 1; !open.isEmpty(); round++) {
            Set<TimeEntryId> losers = worked.overlapping(open.values().stream()
                    .flatMap(entry -> entry.interval().stream())
                    .toList());
            List<Fate> decided = send(record, round, without(losers, open.values()));
            boolean madeRoom = decided.stream().anyMatch(fate -> keptOthersOut(fate, open));
            settle(decided, open, fates);
            if (!without(losers, open.values()).isEmpty()) {
                if (++conflicts == ROUNDS_AGAINST_OTHERS)
                    throw new IllegalStateException("others record the same rows all the time");
                settle(foundThere(record, open.values()), open, fates);
            } else if (!madeRoom) {
                settle(overlapping(record, open.values()), open, fates);
            }
        }
        return fates;
    }

    private static List<PlannedEntry> without(Set<TimeEntryId> losers, Collection<PlannedEntry> entries) {
        return entries.stream()
                .filter(entry -> !losers.contains(entry.entry().id()))
                .toList();
    }

    private List<Fate> send(ImportRecord record, int round, List<PlannedEntry> entries) {
        Map<TimesheetId, List<PlannedEntry>> sheets = entries.stream()
                .collect(Collectors.groupingBy(PlannedEntry::timesheet, LinkedHashMap::new, Collectors.toList()));
        commands.expect(sheets.keySet().stream().map(TimesheetId::value).toList());
        return SideBySide.each(
                workers,
                sheets.values(),
                sheet -> new SheetOrders(commands, worked, clock, record, round, sheet).give());
    }

    /** A row refused by its sheet leaves its hours to the rows that lost to it. */
    private static boolean keptOthersOut(Fate fate, Map<Long, PlannedEntry> open) {
        PlannedEntry entry = open.get(fate.row());
        return fate instanceof Fate.Rejected
                && entry != null
                && entry.interval().isPresent();
    }

    private List<Fate> foundThere(ImportRecord record, Collection<PlannedEntry> entries) {
        Map<Twin, ImportedEntryTable.Source> there =
                imported.find(entries.stream().map(PlannedEntry::twin).toList());
        List<Fate> found = new ArrayList<>();
        for (PlannedEntry entry : entries) {
            ImportedEntryTable.Source source = there.get(entry.twin());
            if (source != null) found.add(TimeRowHandler.repeated(record, entry.row(), source));
        }
        return found;
    }

    private static List<Fate> overlapping(ImportRecord record, Collection<PlannedEntry> entries) {
        return entries.stream()
                .<Fate>map(entry -> TimeRowHandler.rejected(
                        record, entry.row(), "overlap", "The contractor worked elsewhere in this time."))
                .toList();
    }

    private static void settle(List<Fate> decided, Map<Long, PlannedEntry> open, List<Fate> fates) {
        for (Fate fate : decided) open.remove(fate.row());
        fates.addAll(decided);
    }
}
