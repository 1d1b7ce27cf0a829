package io.daybook.api.http.time;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.api.http.people.ContractorRef;
import io.daybook.engagement.EngagementId;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Sealed;
import io.daybook.money.Money;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetId;
import io.daybook.timesheet.TimesheetStatus;
import io.daybook.timesheet.TimesheetView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A timesheet on the wire.
 *
 * @param amount as priced; before approval at the rates in force
 * @param entries left out in lists
 * @param decision the last of {@code decisions}; left out before the first
 * @param decisions what people decided about it, who and why, the first first; left out in lists
 */
record TimesheetJson(
        TimesheetId id,
        ContractorRef contractor,
        EngagementId engagement,
        String project,
        Period period,
        TimesheetStatus status,
        int revision,
        long seconds,
        Money amount,
        Instant changedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Entry> entries,
        @JsonInclude(JsonInclude.Include.NON_NULL) Decisions.@Nullable Decision decision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Decisions.Decision> decisions) {
    record Period(LocalDate from, LocalDate to) {}

    /**
     * @param start null where only the date is known
     * @param notes null where there are none, and once the person's key has been destroyed
     * @param hourlyRate null where none is in force
     */
    record Entry(
            TimeEntryId id,
            LocalDate date,
            @Nullable Instant start,
            long seconds,
            String task,
            @Nullable String notes,
            @Nullable Money hourlyRate,
            boolean priced,
            Money amount) {
        static Entry of(TimesheetView.Entry view, PersonVault vault) {
            Sealed notes = view.notes();
            var rate = view.rate();
            return new Entry(
                    view.id(),
                    view.workDate(),
                    view.timed() ? view.workedAt() : null,
                    view.seconds(),
                    view.task(),
                    notes == null ? null : vault.open(notes).orElse(null),
                    rate == null ? null : rate.rate().perHour(),
                    view.priced(),
                    view.amount());
        }
    }

    static TimesheetJson of(
            TimesheetView view,
            ContractorRef contractor,
            @Nullable List<Entry> entries,
            @Nullable List<Decisions.Decision> decisions) {
        return new TimesheetJson(
                view.id(),
                contractor,
                view.id().engagement(),
                view.project(),
                new Period(view.period().from(), view.period().to()),
                view.status(),
                view.revision(),
                view.seconds(),
                view.amount(),
                view.changedAt(),
                entries,
                decisions == null || decisions.isEmpty() ? null : decisions.getLast(),
                decisions);
    }
}
