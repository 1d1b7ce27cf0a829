package io.daybook.period;

import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an accounting period can be told. The first person asks, a second one does it. */
public sealed interface PeriodCommand extends DomainCommand {
    PeriodId period();

    Subject by();

    Instant at();

    @Override
    default String streamId() {
        return period().value();
    }

    /** Signs the month off, or closes it where somebody else has. @param endsAt the first instant after the month */
    record ClosePeriod(PeriodId period, Instant endsAt, Subject by, Instant at) implements PeriodCommand {}

    /** Asks to open the month again, or opens it where somebody else has asked. @param reason of whoever asks */
    record ReopenPeriod(PeriodId period, @Nullable Sealed reason, Subject by, Instant at) implements PeriodCommand {}
}
