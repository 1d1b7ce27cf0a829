package io.daybook.period;

import io.daybook.calendar.AccountingMonth;
import io.daybook.journal.ClosesPeriods;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import java.time.Instant;

/** What has happened to one accounting period. */
public sealed interface PeriodEvent extends DomainEvent {
    PeriodId period();

    Subject by();

    @Override
    default String streamId() {
        return period().value();
    }

    /** The first of two signatures; entries are still taken. */
    record PeriodSoftClosed(PeriodId period, Subject by, Instant occurredAt) implements PeriodEvent {}

    /** A signature was taken back before the second one came. */
    record SoftCloseWithdrawn(PeriodId period, Sealed reason, Subject by, Instant occurredAt) implements PeriodEvent {}

    record PeriodClosed(PeriodId period, Subject by, Instant occurredAt) implements PeriodEvent, ClosesPeriods {
        @Override
        public AccountingMonth month() {
            return period.month();
        }

        @Override
        public boolean closes() {
            return true;
        }
    }

    record ReopeningAsked(PeriodId period, Sealed reason, Subject by, Instant occurredAt) implements PeriodEvent {}

    /** Nobody opened it: it stays closed. */
    record ReopeningDropped(PeriodId period, Subject by, Instant occurredAt) implements PeriodEvent {}

    record PeriodReopened(PeriodId period, Subject by, Instant occurredAt) implements PeriodEvent, ClosesPeriods {
        @Override
        public AccountingMonth month() {
            return period.month();
        }

        @Override
        public boolean closes() {
            return false;
        }
    }
}
