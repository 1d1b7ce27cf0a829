package io.daybook.timesheet;

import io.daybook.timesheet.TimesheetEvent.CorrectedLine;
import io.daybook.timesheet.TimesheetEvent.DisputeSettled;
import io.daybook.timesheet.TimesheetEvent.PricedLine;
import io.daybook.timesheet.TimesheetEvent.TimeEntryRecorded;
import io.daybook.timesheet.TimesheetEvent.TimesheetApproved;
import io.daybook.timesheet.TimesheetEvent.TimesheetCorrected;
import io.daybook.timesheet.TimesheetEvent.TimesheetDisputed;
import io.daybook.timesheet.TimesheetEvent.TimesheetLocked;
import io.daybook.timesheet.TimesheetEvent.TimesheetOpened;
import io.daybook.timesheet.TimesheetEvent.TimesheetRejected;
import io.daybook.timesheet.TimesheetEvent.TimesheetReopened;
import io.daybook.timesheet.TimesheetEvent.TimesheetSubmitted;
import io.daybook.timesheet.TimesheetState.Line;
import io.daybook.timesheet.TimesheetState.Opened;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** How facts move a timesheet's state. */
final class TimesheetEvolution {
    private TimesheetEvolution() {}

    static TimesheetState evolve(TimesheetState state, TimesheetEvent event) {
        return switch (event) {
            case TimesheetOpened e ->
                new TimesheetState(
                        new Opened(e.project(), e.period(), e.currency()),
                        TimesheetStatus.OPEN,
                        false,
                        false,
                        0,
                        0,
                        null,
                        List.of());
            case TimeEntryRecorded e -> state.plus(e.entry(), e.revision());
            case TimesheetSubmitted e -> state.submitted(e.submitter(), e.revision());
            case TimesheetApproved e ->
                stand(state)
                        .approved(true)
                        .with(change(
                                state.lines(), byEntry(e), (line, priced) -> line.at(priced.seconds(), priced.rate())));
            case TimesheetRejected e ->
                state.moved(TimesheetStatus.REJECTED, e.revision()).approved(false);
            case TimesheetReopened e -> state.moved(TimesheetStatus.OPEN, state.revision());
            case TimesheetDisputed e -> state.moved(TimesheetStatus.DISPUTED, e.revision());
            case DisputeSettled e -> stand(state);
            case TimesheetCorrected e ->
                state.corrected(
                        e.correction(),
                        e.revision(),
                        change(state.lines(), byEntry(e), (line, now) -> line.at(now.seconds(), now.rate())));
            case TimesheetLocked e -> state.lockedNow();
        };
    }

    private static TimesheetState stand(TimesheetState state) {
        return state.moved(state.locked() ? TimesheetStatus.LOCKED : TimesheetStatus.APPROVED, state.revision());
    }

    private static Map<TimeEntryId, PricedLine> byEntry(TimesheetApproved event) {
        Map<TimeEntryId, PricedLine> lines = new HashMap<>();
        for (PricedLine line : event.lines()) lines.put(line.entry(), line);
        return lines;
    }

    private static Map<TimeEntryId, CorrectedLine> byEntry(TimesheetCorrected event) {
        Map<TimeEntryId, CorrectedLine> lines = new HashMap<>();
        for (CorrectedLine line : event.lines()) lines.put(line.entry(), line);
        return lines;
    }

    private static <T> List<Line> change(List<Line> lines, Map<TimeEntryId, T> changes, BiFunction<Line, T, Line> to) {
        List<Line> changed = new ArrayList<>(lines.size());
        for (Line line : lines) {
            T change = changes.get(line.entry());
            changed.add(change == null ? line : to.apply(line, change));
        }
        return changed;
    }
}
