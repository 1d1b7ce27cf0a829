package io.daybook.timesheet;

import io.daybook.calendar.PayPeriod;
import io.daybook.engagement.RateVersion;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to one timesheet. {@code revision} is the sheet's revision from this fact on. */
public sealed interface TimesheetEvent extends DomainEvent {
    TimesheetId timesheet();

    @Override
    default String streamId() {
        return timesheet().value();
    }

    @Override
    default PersonId person() {
        return timesheet().contractor().person();
    }

    record TimesheetOpened(
            TimesheetId timesheet, String project, PayPeriod period, Currency currency, Instant occurredAt)
            implements TimesheetEvent {}

    record TimeEntryRecorded(TimesheetId timesheet, TimeEntry entry, int revision, Instant occurredAt)
            implements TimesheetEvent {}

    record TimesheetSubmitted(TimesheetId timesheet, int revision, Subject submitter, Instant occurredAt)
            implements TimesheetEvent {}

    /** @param lines the entries priced by this approval; each entry is priced once, ever */
    record TimesheetApproved(
            TimesheetId timesheet,
            String project,
            int revision,
            Subject approver,
            List<PricedLine> lines,
            Instant occurredAt)
            implements TimesheetEvent {
        public TimesheetApproved {
            lines = List.copyOf(lines);
        }
    }

    /** What was priced before (a sheet disputed after approval) is taken back by the {@link TimesheetCorrected} beside it. */
    record TimesheetRejected(TimesheetId timesheet, int revision, Subject approver, Sealed reason, Instant occurredAt)
            implements TimesheetEvent {}

    /** A rejected sheet takes entries again. */
    record TimesheetReopened(TimesheetId timesheet, Instant occurredAt) implements TimesheetEvent {}

    record TimesheetDisputed(
            TimesheetId timesheet,
            int revision,
            Subject by,
            @Nullable Sealed reason,
            Instant occurredAt) implements TimesheetEvent {}

    /** A sheet that was approved before the dispute stands approved again; nothing is priced anew. */
    record DisputeSettled(TimesheetId timesheet, int revision, Subject approver, Instant occurredAt)
            implements TimesheetEvent {}

    /**
     * Linked to the lines it changes; late entries stand in a {@link TimeEntryRecorded} before it.
     *
     * @param correction counts the sheet's corrections from 1
     */
    record TimesheetCorrected(
            TimesheetId timesheet,
            String project,
            int correction,
            int revision,
            Subject approver,
            Sealed reason,
            List<CorrectedLine> lines,
            Instant occurredAt)
            implements TimesheetEvent {
        public TimesheetCorrected {
            lines = List.copyOf(lines);
        }
    }

    record TimesheetLocked(TimesheetId timesheet, Instant occurredAt) implements TimesheetEvent {}

    /**
     * An entry and what it earns, rounded half-even by itself.
     *
     * @param workedAt when the work began (the first instant of the work date where only that is known)
     */
    record PricedLine(
            TimeEntryId entry, LocalDate workDate, Instant workedAt, long seconds, RateVersion rate, Money amount) {}

    /** A priced entry set to other seconds at its own rate; both amounts are rounded, their difference is what is posted. */
    record CorrectedLine(
            TimeEntryId entry,
            LocalDate workDate,
            Instant workedAt,
            long secondsBefore,
            long seconds,
            RateVersion rate,
            Money before,
            Money amount) {
        /** Above zero pays more. */
        public Money difference() {
            return amount.minus(before);
        }
    }
}
