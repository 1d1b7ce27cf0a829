package io.daybook.architecture.canary.timesheet;

import java.time.Instant;

/** Public, and asks a helper for the time. */
public final class TimesheetDecider {
    private TimesheetDecider() {}

    public static Instant decide() {
        return Helper.theTime();
    }

    private static final class Helper {
        static Instant theTime() {
            return Instant.now();
        }
    }
}
