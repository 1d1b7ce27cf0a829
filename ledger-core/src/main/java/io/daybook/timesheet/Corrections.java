package io.daybook.timesheet;

import static io.daybook.kernel.Decision.accept;
import static io.daybook.kernel.Decision.reject;
import static java.util.Objects.requireNonNull;

import io.daybook.engagement.RateVersion;
import io.daybook.kernel.Decision;
import io.daybook.timesheet.TimesheetCommand.Change;
import io.daybook.timesheet.TimesheetCommand.CorrectTimesheet;
import io.daybook.timesheet.TimesheetCommand.RejectTimesheet;
import io.daybook.timesheet.TimesheetEvent.CorrectedLine;
import io.daybook.timesheet.TimesheetEvent.TimesheetCorrected;
import io.daybook.timesheet.TimesheetRejection.CurrencyMismatch;
import io.daybook.timesheet.TimesheetRejection.EntriesRefused;
import io.daybook.timesheet.TimesheetRejection.NeedsSecondPerson;
import io.daybook.timesheet.TimesheetRejection.NotNow;
import io.daybook.timesheet.TimesheetRejection.UnknownEntry;
import io.daybook.timesheet.TimesheetState.Line;
import io.daybook.timesheet.TimesheetState.Opened;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes after approval: linked to the lines they change, each the difference of two rounded amounts. */
final class Corrections {
    private Corrections() {}

    static Decision<TimesheetEvent> correct(TimesheetState state, Opened opened, CorrectTimesheet c) {
        if (TimesheetDecider.mayNotApprove(state, c.timesheet(), c.approver()))
            return reject(new NeedsSecondPerson(c.timesheet()));
        if (!state.approved() && !state.locked()) return reject(new NotNow(c.timesheet(), state.status()));
        if (!c.terms().currency().equals(opened.currency()))
            return reject(new CurrencyMismatch(c.timesheet(), opened.currency()));
        Map<TimeEntryId, Line> lines = new HashMap<>();
        for (Line line : state.lines()) if (line.rate() != null) lines.put(line.entry(), line);
        for (Change change : c.changes())
            if (!lines.containsKey(change.entry())) return reject(new UnknownEntry(change.entry()));
        List<Changed> changed = changed(c.changes(), lines);
        EntryRules rules = new EntryRules(state, opened.period(), c.terms());
        // What goes down makes room under the cap for what goes up.
        changed.stream()
                .sorted(Comparator.comparingLong(
                        change -> change.seconds() - change.line().seconds()))
                .forEach(change ->
                        rules.change(change.line().entry(), change.line().seconds(), change.seconds()));
        rules.offer(c.late());
        if (!rules.refusals().isEmpty()) return reject(new EntriesRefused(rules.refusals()));
        List<CorrectedLine> corrected = new ArrayList<>();
        for (Changed change : changed)
            corrected.add(
                    Pricing.correct(change.line(), requireNonNull(change.line().rate()), change.seconds()));
        return record(state, c, rules.taken(), corrected);
    }

    private record Changed(Line line, long seconds) {}

    /** The last change of each entry, where it changes anything. */
    private static List<Changed> changed(List<Change> changes, Map<TimeEntryId, Line> lines) {
        Map<TimeEntryId, Changed> last = new LinkedHashMap<>();
        for (Change change : changes)
            last.put(change.entry(), new Changed(requireNonNull(lines.get(change.entry())), change.seconds()));
        return last.values().stream()
                .filter(change -> change.seconds() != change.line().seconds())
                .toList();
    }

    private static Decision<TimesheetEvent> record(
            TimesheetState state, CorrectTimesheet c, List<TimeEntry> late, List<CorrectedLine> corrected) {
        for (TimeEntry entry : late) corrected.add(Pricing.late(entry, c.terms()));
        if (corrected.isEmpty()) return accept();
        List<TimesheetEvent> facts = new ArrayList<>(TimesheetDecider.recorded(state, c.timesheet(), late, c.at()));
        facts.add(new TimesheetCorrected(
                c.timesheet(),
                state.project(),
                state.corrections() + 1,
                state.revision() + late.size() + 1,
                c.approver().subject(),
                c.reason(),
                corrected,
                c.at()));
        return accept(facts);
    }

    /** What rejecting takes back: every priced line that still earns, down to nothing; no fact where none does. */
    static List<TimesheetCorrected> takeBack(TimesheetState state, RejectTimesheet c) {
        List<CorrectedLine> down = new ArrayList<>();
        for (Line line : state.lines()) {
            RateVersion rate = line.rate();
            if (rate != null && line.seconds() > 0) down.add(Pricing.correct(line, rate, 0));
        }
        if (down.isEmpty()) return List.of();
        return List.of(new TimesheetCorrected(
                c.timesheet(),
                state.project(),
                state.corrections() + 1,
                state.revision() + 1,
                c.approver().subject(),
                c.reason(),
                down,
                c.at()));
    }
}
