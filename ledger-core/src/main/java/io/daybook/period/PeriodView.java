package io.daybook.period;

import io.daybook.calendar.AccountingMonth;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A month whose closing has begun.
 *
 * @param signed the first signature
 * @param closed the second one; null before
 * @param reopening who asks to open it again; null where nobody does
 */
public record PeriodView(
        AccountingMonth month,
        PeriodStatus status,
        Signature signed,
        @Nullable Signature closed,
        @Nullable Reopening reopening) {
    public record Signature(Subject by, Instant at) {}

    public record Reopening(Subject by, Instant at, Sealed reason) {}
}
