package io.daybook.architecture.canary.api;

import io.daybook.architecture.canary.timesheet.TimesheetDecider;
import java.time.Instant;

final class DecidingController {
    static Instant decide() {
        return TimesheetDecider.decide();
    }
}
