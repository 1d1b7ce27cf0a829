package io.daybook.architecture.canary.timesheet;

import java.util.UUID;

record TimesheetState(String id) {
    static TimesheetState invented() {
        return new TimesheetState(UUID.randomUUID().toString());
    }
}
