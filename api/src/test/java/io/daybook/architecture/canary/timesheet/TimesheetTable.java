package io.daybook.architecture.canary.timesheet;

/** A table for everybody. */
public final class TimesheetTable {
    private TimesheetTable() {}

    public static void write() {}
}
