package io.daybook.api.imports;

import io.daybook.calendar.PayCalendar;
import io.daybook.contractor.ContractorId;
import io.daybook.engagement.EngagementId;
import io.daybook.engagement.EngagementView;
import io.daybook.engagement.EngagementViews;
import io.daybook.imports.Parsed;
import io.daybook.imports.RowError;
import io.daybook.imports.RowIdentity;
import io.daybook.imports.TimeRow;
import io.daybook.kernel.PersonVault;
import io.daybook.timesheet.TimeEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns rows of a time export into time entries: who, whether known already, on which engagement; the rest is decided there. */
final class TimeRowHandler implements RowHandler<TimeRow> {
    private final People people;
    private final EngagementViews engagements;
    private final PersonVault vault;
    private final PayCalendar calendar;
    private final ImportedEntryTable imported;
    private final SeenTable seen;
    private final EntryRecorder recorder;

    TimeRowHandler(
            People people,
            EngagementViews engagements,
            PersonVault vault,
            PayCalendar calendar,
            ImportedEntryTable imported,
            SeenTable seen,
            EntryRecorder recorder) {
        this.people = people;
        this.engagements = engagements;
        this.vault = vault;
        this.calendar = calendar;
        this.imported = imported;
        this.seen = seen;
        this.recorder = recorder;
    }

    /** A row whose contractor is known. */
    private record Known(long row, TimeRow time, ContractorId contractor, String twins) {
        EngagementId engagement() {
            return EngagementId.of(contractor, time.project());
        }
    }

    @Override
    public Prepared prepare(ImportRecord record, List<Parsed<TimeRow>> rows) {
        List<Fate> fates = new ArrayList<>();
        List<Known> known = contractorsOf(record, rows, fates);
        Map<EngagementId, EngagementView> running =
                engagements.byIds(known.stream().map(Known::engagement).collect(Collectors.toSet()));
        vault.prepare(known.stream().map(row -> row.contractor().person()).collect(Collectors.toSet()));
        return () -> decide(record, known, running, fates);
    }

    private Tally decide(
            ImportRecord record, List<Known> known, Map<EngagementId, EngagementView> running, List<Fate> fates) {
        Map<String, Long> met = new HashMap<>();
        Map<Twin, Known> twins = twins(record, known, met);
        Map<Twin, ImportedEntryTable.Source> recorded = imported.find(twins.keySet());
        twins.forEach((twin, row) -> {
            ImportedEntryTable.Source source = recorded.get(twin);
            if (source != null) fates.add(repeated(record, row.row(), source));
        });
        twins.keySet().removeAll(recorded.keySet());
        fates.addAll(recorder.record(record, planned(record, twins, running, fates)));
        return Tally.of(fates, met);
    }

    /** A row this same import recorded before it was killed counts as accepted still. */
    static Fate repeated(ImportRecord record, long row, ImportedEntryTable.Source source) {
        boolean own = source.importId().equals(record.id()) && source.row() == row;
        return own ? new Fate.Accepted(row) : new Fate.Duplicate(row);
    }

    static Fate.Rejected rejected(ImportRecord record, long row, String code, String message) {
        return new Fate.Rejected(row, new RowError(record.format().columnOf(code), code, message));
    }

    private List<Known> contractorsOf(ImportRecord record, List<Parsed<TimeRow>> rows, List<Fate> fates) {
        List<Parsed.Good<TimeRow>> good = new ArrayList<>();
        for (Parsed<TimeRow> row : rows) {
            switch (row) {
                case Parsed.Good<TimeRow> read -> good.add(read);
                case Parsed.Bad<TimeRow> bad -> fates.add(new Fate.Rejected(bad.row(), bad.error()));
            }
        }
        Map<TimeRow.Who, List<ContractorId>> found =
                people.find(good.stream().map(row -> row.value().who()).collect(Collectors.toSet()));
        List<Known> known = new ArrayList<>();
        for (Parsed.Good<TimeRow> row : good) {
            List<ContractorId> matches = found.getOrDefault(row.value().who(), List.of());
            switch (matches.size()) {
                case 0 ->
                    fates.add(rejected(
                            record,
                            row.row(),
                            "unknown-contractor",
                            "No contractor has this e-mail, reference or name."));
                case 1 -> known.add(known(record, row, matches.getFirst()));
                default ->
                    fates.add(rejected(
                            record,
                            row.row(),
                            "ambiguous-contractor",
                            "Several contractors could be meant; use their references."));
            }
        }
        return known;
    }

    private Known known(ImportRecord record, Parsed.Good<TimeRow> row, ContractorId contractor) {
        String twins = RowIdentity.ofTwins(vault, record.format(), contractor.value(), row.value());
        return new Known(row.row(), row.value(), contractor, twins);
    }

    private Map<Twin, Known> twins(ImportRecord record, List<Known> known, Map<String, Long> met) {
        Map<String, Long> before =
                seen.times(record.id(), known.stream().map(Known::twins).collect(Collectors.toSet()));
        Map<Twin, Known> twins = new LinkedHashMap<>();
        for (Known row : known) {
            long nth = before.getOrDefault(row.twins(), 0L) + met.merge(row.twins(), 1L, Long::sum);
            twins.put(new Twin(row.twins(), nth), row);
        }
        return twins;
    }

    private List<PlannedEntry> planned(
            ImportRecord record, Map<Twin, Known> fresh, Map<EngagementId, EngagementView> running, List<Fate> fates) {
        List<PlannedEntry> planned = new ArrayList<>();
        fresh.forEach((twin, row) -> {
            EngagementView engagement = running.get(row.engagement());
            if (engagement == null)
                fates.add(rejected(
                        record, row.row(), "unknown-engagement", "The contractor has no engagement on this project."));
            else planned.add(plan(twin, row, engagement));
        });
        return planned;
    }

    private PlannedEntry plan(Twin twin, Known row, EngagementView engagement) {
        TimeRow time = row.time();
        Instant start = time.start();
        LocalDate workDate = start == null ? time.date() : calendar.workDate(start);
        TimeEntry entry = new TimeEntry(
                twin.entry(),
                workDate,
                start == null ? calendar.startOf(workDate) : start,
                start != null,
                time.seconds(),
                time.task(),
                time.notes().isEmpty() ? null : vault.seal(row.contractor().person(), time.notes()));
        return new PlannedEntry(row.row(), twin, engagement, calendar.periodOf(workDate), entry);
    }
}
