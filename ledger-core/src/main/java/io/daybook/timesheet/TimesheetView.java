package io.daybook.timesheet;

import io.daybook.calendar.PayPeriod;
import io.daybook.contractor.ContractorId;
import io.daybook.engagement.RateVersion;
import io.daybook.kernel.Sealed;
import io.daybook.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A timesheet as clients see it.
 *
 * @param amount the sum of its entries' amounts: as priced and corrected, before approval at the rates in force
 */
public record TimesheetView(
        TimesheetId id,
        String project,
        PayPeriod period,
        TimesheetStatus status,
        int revision,
        int entries,
        long seconds,
        Money amount,
        Instant changedAt) {
    public ContractorId contractor() {
        return id.contractor();
    }

    /**
     * One entry with what it earns.
     *
     * @param rate the one it is priced by, or would be; null where none is in force (then the amount is zero)
     * @param priced whether an approval has fixed rate and amount
     */
    public record Entry(
            TimesheetId timesheet,
            TimeEntryId id,
            LocalDate workDate,
            Instant workedAt,
            boolean timed,
            long seconds,
            String task,
            @Nullable Sealed notes,
            @Nullable RateVersion rate,
            boolean priced,
            Money amount) {}

    /** What an approval names: a sheet and the revision seen. */
    public record Revision(TimesheetId id, int revision) {}

    /** A pay period with how much of it there is. */
    public record Period(PayPeriod period, TimesheetStatus status, long timesheets, long seconds) {}
}
