package io.daybook.architecture.canary.account;

import io.daybook.architecture.canary.timesheet.TimesheetDecider;
import java.time.Instant;

final class DecidesForOthers {
    static Instant decide() {
        return TimesheetDecider.decide();
    }
}
