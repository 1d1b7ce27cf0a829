package io.daybook.timesheet.overlap;

import io.daybook.engagement.Overlap;
import io.daybook.kernel.Rider;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetCommand.CorrectTimesheet;
import io.daybook.timesheet.TimesheetCommand.RecordTimeEntries;
import io.daybook.timesheet.TimesheetCommand.RejectTimesheet;
import io.daybook.timesheet.TimesheetView;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Keeps which hours are taken. The riders go with the order they are made from, so that hours are taken or given back
 * in the transaction that records it; one that would overlap takes the order with it
 * (constraint {@link #NO_OVERLAP}).
 */
public interface WorkedIntervals {
    /** The constraint's name in the database. */
    String NO_OVERLAP = "worked_interval_no_overlap";

    static WorkedIntervals in(DataSource source) {
        return new WorkedIntervalTable(source);
    }

    /**
     * Which of these would overlap what is taken, or an earlier one of this list that would not. Entries that are taken
     * already are known and never overlap. A look ahead: what another order takes meanwhile, the rider still refuses.
     */
    Set<TimeEntryId> overlapping(List<WorkedInterval> wanted);

    /** Takes the hours of the entries. */
    List<Rider> riders(RecordTimeEntries order, Overlap rule);

    /**
     * Takes the hours of late entries and moves those of changed ones.
     *
     * @param entries the sheet's entries as they stand
     */
    List<Rider> riders(CorrectTimesheet order, Overlap rule, Collection<TimesheetView.Entry> entries);

    /**
     * Gives back the hours of priced entries, which this rejection takes back.
     *
     * @param entries the sheet's entries as they stand
     */
    List<Rider> riders(RejectTimesheet order, Collection<TimesheetView.Entry> entries);
}
