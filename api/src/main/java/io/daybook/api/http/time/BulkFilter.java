package io.daybook.api.http.time;

import io.daybook.timesheet.TimesheetStatus;
import io.daybook.timesheet.TimesheetViews.Filter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which timesheets a bulk order is about.
 *
 * @param status the only one the order takes, if it is given at all
 * @param period the first day of the pay period
 */
record BulkFilter(
        @Nullable TimesheetStatus status,
        @Nullable String project,
        @Nullable LocalDate period) {
    boolean isEmpty() {
        return status == null && project == null && period == null;
    }

    Filter in(TimesheetStatus from, @Nullable List<String> projects) {
        return new Filter(from, project, period, null, projects);
    }
}
