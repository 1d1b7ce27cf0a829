package io.daybook.timesheet;

import io.daybook.calendar.PayPeriod;
import io.daybook.contractor.Actor;
import io.daybook.engagement.Terms;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked about one timesheet. Those that measure or price carry the terms as the caller read them. */
public sealed interface TimesheetCommand extends DomainCommand {
    TimesheetId timesheet();

    @Override
    default String streamId() {
        return timesheet().value();
    }

    /** What a sheet is opened with; ignored once it is open. */
    record Opening(String project, PayPeriod period, Currency currency) {}

    /** Errors: IllegalArgumentException when the opening is for another period than the sheet. */
    record OpenTimesheet(TimesheetId timesheet, Opening opening, Instant at) implements TimesheetCommand {
        public OpenTimesheet {
            requireSamePeriod(timesheet, opening);
        }
    }

    /**
     * Records all of these entries, or none. Entries that are recorded already are skipped; when any other cannot be
     * taken the answer is {@link TimesheetRejection.EntriesRefused}, which names each of those with its code, and the
     * caller sends the rest as a new order. So what rides with the order is true of every entry in it, whatever
     * crashes in between. A repeated command id is answered by the first refusal's code alone: ask again under a new
     * id to hear of each. Entries are taken in the order given: the earlier one wins the cap.
     * Errors: IllegalArgumentException when the opening is for another period than the sheet.
     */
    record RecordTimeEntries(TimesheetId timesheet, Opening opening, Terms terms, List<TimeEntry> entries, Instant at)
            implements TimesheetCommand {
        public RecordTimeEntries {
            requireSamePeriod(timesheet, opening);
            entries = List.copyOf(entries);
        }
    }

    record SubmitTimesheet(TimesheetId timesheet, Actor submitter, Instant at) implements TimesheetCommand {}

    /**
     * @param revision the one the approver saw
     * @param hands who recorded time up to that revision, and who agreed the rates in {@code terms}
     */
    record ApproveTimesheet(
            TimesheetId timesheet, int revision, Actor approver, Terms terms, Set<Subject> hands, Instant at)
            implements TimesheetCommand {
        public ApproveTimesheet {
            hands = Set.copyOf(hands);
        }
    }

    /** @param revision the one the approver saw */
    record RejectTimesheet(TimesheetId timesheet, int revision, Actor approver, Sealed reason, Instant at)
            implements TimesheetCommand {}

    record DisputeTimesheet(
            TimesheetId timesheet, Actor by, @Nullable Sealed reason, Instant at) implements TimesheetCommand {}

    /**
     * After approval: sets entries to other seconds (0 takes them back) and adds late ones, priced at once.
     * Changes that change nothing, and late entries recorded already, are skipped.
     */
    record CorrectTimesheet(
            TimesheetId timesheet,
            List<Change> changes,
            List<TimeEntry> late,
            Actor approver,
            Sealed reason,
            Terms terms,
            Instant at)
            implements TimesheetCommand {
        public CorrectTimesheet {
            changes = List.copyOf(changes);
            late = List.copyOf(late);
        }
    }

    /** @param seconds what the entry comes to from now on */
    record Change(TimeEntryId entry, long seconds) {}

    /** A payout has reserved some of its earnings. */
    record LockTimesheet(TimesheetId timesheet, Instant at) implements TimesheetCommand {}

    private static void requireSamePeriod(TimesheetId timesheet, Opening opening) {
        if (!opening.period().from().equals(timesheet.from()))
            throw new IllegalArgumentException("a timesheet is opened for the pay period its id names");
    }
}
