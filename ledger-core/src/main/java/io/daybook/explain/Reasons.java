package io.daybook.explain;

import io.daybook.account.EntryEvent.AdjustmentMade;
import io.daybook.account.EntryEvent.ClawbackWrittenOff;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Sealed;
import io.daybook.timesheet.TimesheetEvent.TimesheetCorrected;
import org.jspecify.annotations.Nullable;

/** What people said when they did it. */
final class Reasons {
    private Reasons() {}

    static @Nullable Sealed of(DomainEvent event) {
        return switch (event) {
            case AdjustmentMade e -> e.adjustment().reason();
            case ClawbackWrittenOff e -> e.reason();
            case TimesheetCorrected e -> e.reason();
            default -> null;
        };
    }
}
