package io.daybook.timesheet;

import io.daybook.kernel.Decider;

/** The rules of sheets, for tests of other features. */
public final class TimesheetRules {
    private TimesheetRules() {}

    public static Decider<TimesheetCommand, ?, TimesheetEvent> rules() {
        return TimesheetDecider.DECIDER;
    }
}
