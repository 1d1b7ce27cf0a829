package io.daybook.architecture.canary.rail.stripe;

import io.daybook.architecture.canary.timesheet.TimesheetDecider;
import java.time.Instant;

final class SeesTheTimesheet {
    static Instant decide() {
        return TimesheetDecider.decide();
    }
}
