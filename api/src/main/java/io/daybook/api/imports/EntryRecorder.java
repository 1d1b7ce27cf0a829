package io.daybook.api.imports;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Commands;
import io.daybook.timesheet.overlap.WorkedIntervals;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Records planned entries: people side by side, one person's rows in the file's order, so that the earlier row wins. */
final class EntryRecorder {
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

    List<Fate> record(ImportRecord record, List<PlannedEntry> entries) {
        Map<ContractorId, List<PlannedEntry>> byPerson = new LinkedHashMap<>();
        for (PlannedEntry entry : entries)
            byPerson.computeIfAbsent(entry.engagement().contractor(), person -> new ArrayList<>())
                    .add(entry);
        return SideBySide.each(
                workers,
                byPerson.entrySet(),
                rows -> new PersonsEntries(commands, worked, imported, clock, record, rows.getKey(), rows.getValue())
                        .record());
    }
}
