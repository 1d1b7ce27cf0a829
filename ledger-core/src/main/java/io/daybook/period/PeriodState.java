package io.daybook.period;

import io.daybook.kernel.Subject;
import org.jspecify.annotations.Nullable;

/** @param first who signed off, or asked to open again; null where nothing waits for a second person */
record PeriodState(PeriodStatus status, @Nullable Subject first) {
    static final PeriodState OPEN = new PeriodState(PeriodStatus.OPEN, null);
    static final PeriodState CLOSED = new PeriodState(PeriodStatus.CLOSED, null);
}
