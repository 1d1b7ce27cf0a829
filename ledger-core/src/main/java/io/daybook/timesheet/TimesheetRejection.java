package io.daybook.timesheet;

import io.daybook.kernel.Rejection;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Why an order about a timesheet was refused. */
public sealed interface TimesheetRejection extends Rejection {
    record UnknownTimesheet(TimesheetId timesheet) implements TimesheetRejection {
        @Override
        public String code() {
            return "not-found";
        }

        @Override
        public String message() {
            return "There is no such timesheet; record time or open it first.";
        }
    }

    record NotNow(TimesheetId timesheet, TimesheetStatus status) implements TimesheetRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "This timesheet is " + status + ", which does not allow that.";
        }
    }

    record NothingRecorded(TimesheetId timesheet) implements TimesheetRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "This timesheet has no time on it; record some before submitting it.";
        }
    }

    record StaleRevision(TimesheetId timesheet, int revision) implements TimesheetRejection {
        @Override
        public String code() {
            return "stale-revision";
        }

        @Override
        public String message() {
            return "The timesheet has changed: look at revision " + revision + " and decide again.";
        }
    }

    record NeedsSecondPerson(TimesheetId timesheet) implements TimesheetRejection {
        @Override
        public String code() {
            return "needs-second-person";
        }

        @Override
        public String message() {
            return "Time is approved by someone who neither worked nor submitted it.";
        }
    }

    record CurrencyMismatch(TimesheetId timesheet, Currency currency) implements TimesheetRejection {
        @Override
        public String code() {
            return "currency-mismatch";
        }

        @Override
        public String message() {
            return "This timesheet is paid in " + currency + ".";
        }
    }

    record UnknownEntry(TimeEntryId entry) implements TimesheetRejection {
        @Override
        public String code() {
            return "not-found";
        }

        @Override
        public String message() {
            return "There is no such approved entry on this timesheet.";
        }
    }

    /** Nothing was recorded; {@code refusals} names every entry that cannot be, in the order given. Its code is the first one's. */
    record EntriesRefused(List<Refusal> refusals) implements TimesheetRejection {
        public EntriesRefused {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) throw new IllegalArgumentException("a refusal names what it refuses");
        }

        @Override
        public String code() {
            return refusals.getFirst().reason().code();
        }

        @Override
        public String message() {
            return refusals.getFirst().reason().message();
        }
    }

    record Refusal(TimeEntryId entry, EntryRejection reason) {}

    /** Why one entry cannot be taken. */
    sealed interface EntryRejection extends TimesheetRejection {}

    record PeriodLocked(TimesheetStatus status) implements EntryRejection {
        @Override
        public String code() {
            return "period-locked";
        }

        @Override
        public String message() {
            return "The timesheet of this period is " + status + ": late time enters by a correction.";
        }
    }

    record OverCap(long capSeconds) implements EntryRejection {
        @Override
        public String code() {
            return "over-cap";
        }

        @Override
        public String message() {
            return "The week would come to more than its cap of " + capSeconds + " seconds.";
        }
    }

    record NoRate(LocalDate workDate) implements EntryRejection {
        @Override
        public String code() {
            return "no-rate";
        }

        @Override
        public String message() {
            return "No rate is in force on " + workDate + "; agree one first.";
        }
    }

    record NotPositive() implements EntryRejection {
        @Override
        public String code() {
            return "not-positive";
        }

        @Override
        public String message() {
            return "Worked time is above zero seconds.";
        }
    }

    record Over24Hours() implements EntryRejection {
        @Override
        public String code() {
            return "over-24h";
        }

        @Override
        public String message() {
            return "One entry holds at most 24 hours.";
        }
    }

    record OutsidePeriod(LocalDate workDate) implements EntryRejection {
        @Override
        public String code() {
            return "bad-date";
        }

        @Override
        public String message() {
            return workDate + " is not in this timesheet's pay period.";
        }
    }
}
