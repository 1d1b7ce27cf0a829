package io.daybook.timesheet;

import io.daybook.kernel.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Time worked. It belongs whole to the work date of its start and is never split.
 *
 * @param workDate the date of its start in the pay calendar's zone
 * @param workedAt its start; where only the date is known, the first instant of that date
 * @param timed whether the start is known, so that the entry covers an interval and can overlap others
 * @param seconds whole seconds worked
 */
public record TimeEntry(
        TimeEntryId id,
        LocalDate workDate,
        Instant workedAt,
        boolean timed,
        long seconds,
        String task,
        @Nullable Sealed notes) {}
