package io.daybook.architecture.canary.audit;

import io.daybook.architecture.canary.timesheet.TimesheetEvent;
import org.jspecify.annotations.Nullable;

/** A stranger who verifies has the JDK, and no ledger. */
final class LeansOnTheLedger {
    @Nullable
    TimesheetEvent event;
}
