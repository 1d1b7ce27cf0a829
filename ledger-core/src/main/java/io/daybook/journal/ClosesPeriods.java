package io.daybook.journal;

import io.daybook.calendar.AccountingMonth;
import io.daybook.kernel.DomainEvent;

/** A fact after which the books take, or no longer take, entries dated in a month. */
public interface ClosesPeriods extends DomainEvent {
    AccountingMonth month();

    /** Whether the month is closed from this fact on; false when it is opened again. */
    boolean closes();
}
