package io.daybook.timesheet.overlap;

import io.daybook.contractor.ContractorId;
import io.daybook.engagement.Overlap;
import io.daybook.timesheet.TimeEntry;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetId;
import java.time.Instant;
import java.util.Optional;

/** When an entry was worked: from its start, included, to {@code to}, not included. */
public record WorkedInterval(TimesheetId timesheet, TimeEntryId entry, Instant from, Instant to) {
    private static final long A_DAY_AND_MORE = 86_401;

    /** Empty where the engagement allows overlap, the start is not known, or no time was worked. */
    public static Optional<WorkedInterval> of(TimesheetId timesheet, TimeEntry entry, Overlap rule) {
        return rule == Overlap.REFUSE && entry.timed() && entry.seconds() > 0
                ? Optional.of(at(timesheet, entry.id(), entry.workedAt(), entry.seconds()))
                : Optional.empty();
    }

    /** Of more than a day nobody needs the end: the rules refuse it, and it may be beyond all time. */
    static WorkedInterval at(TimesheetId timesheet, TimeEntryId entry, Instant from, long seconds) {
        return new WorkedInterval(timesheet, entry, from, from.plusSeconds(Math.min(seconds, A_DAY_AND_MORE)));
    }

    public ContractorId contractor() {
        return timesheet.contractor();
    }
}
