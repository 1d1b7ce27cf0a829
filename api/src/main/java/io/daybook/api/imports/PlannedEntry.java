package io.daybook.api.imports;

import io.daybook.calendar.PayPeriod;
import io.daybook.engagement.EngagementView;
import io.daybook.timesheet.TimeEntry;
import io.daybook.timesheet.TimesheetId;
import io.daybook.timesheet.overlap.WorkedInterval;
import java.util.Optional;

/** A row that may become a time entry, with everything its order needs. */
record PlannedEntry(long row, Twin twin, EngagementView engagement, PayPeriod period, TimeEntry entry) {
    TimesheetId timesheet() {
        return TimesheetId.of(engagement.id(), period);
    }

    /** The hours it keeps other time of the same person out of; empty where overlap is allowed. */
    Optional<WorkedInterval> interval() {
        return WorkedInterval.of(timesheet(), entry, engagement.overlap());
    }
}
