package io.daybook.timesheet;

import io.daybook.kernel.Projection;
import io.daybook.kernel.Recorded;
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
import io.daybook.timesheet.TimesheetRows.Entry;
import io.daybook.timesheet.TimesheetRows.EntryKey;
import io.daybook.timesheet.TimesheetRows.Move;
import io.daybook.timesheet.TimesheetRows.Price;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Timesheets with their entries, as they stand. */
final class TimesheetProjection implements Projection<TimesheetRows> {
    @Override
    public String name() {
        return "timesheets";
    }

    @Override
    public TimesheetRows fold(List<Recorded> facts) {
        TimesheetRows rows = new TimesheetRows();
        for (Recorded fact : facts) if (fact.event() instanceof TimesheetEvent event) add(rows, event);
        return rows;
    }

    private static void add(TimesheetRows rows, TimesheetEvent event) {
        switch (event) {
            case TimesheetOpened e -> {
                rows.opened.put(e.timesheet(), e);
                move(rows, e, TimesheetStatus.OPEN, 0);
            }
            case TimeEntryRecorded e -> {
                rows.entries.add(new Entry(e.timesheet(), e.entry()));
                move(rows, e, null, e.revision());
            }
            case TimesheetSubmitted e -> move(rows, e, TimesheetStatus.SUBMITTED, e.revision());
            case TimesheetApproved e -> {
                for (PricedLine line : e.lines())
                    rows.prices.put(
                            new EntryKey(e.timesheet(), line.entry()),
                            new Price(line.seconds(), line.rate(), line.amount()));
                move(rows, e, TimesheetStatus.APPROVED, e.revision());
            }
            case TimesheetRejected e -> move(rows, e, TimesheetStatus.REJECTED, e.revision());
            case TimesheetReopened e -> move(rows, e, TimesheetStatus.OPEN, null);
            case TimesheetDisputed e -> move(rows, e, TimesheetStatus.DISPUTED, e.revision());
            case DisputeSettled e -> move(rows, e, TimesheetStatus.APPROVED, e.revision());
            case TimesheetCorrected e -> {
                for (CorrectedLine line : e.lines())
                    rows.prices.put(
                            new EntryKey(e.timesheet(), line.entry()),
                            new Price(line.seconds(), line.rate(), line.amount()));
                move(rows, e, null, e.revision());
            }
            case TimesheetLocked e -> {
                rows.locked.add(e.timesheet());
                move(rows, e, null, null);
            }
        }
    }

    private static void move(
            TimesheetRows rows, TimesheetEvent event, @Nullable TimesheetStatus stage, @Nullable Integer revision) {
        rows.moves.merge(event.timesheet(), new Move(stage, revision, event.occurredAt()), Move::then);
    }
}
