package io.daybook.architecture.canary.timesheet;

final class WhenPaidWriteTable {
    static void react() {
        TimesheetTable.write();
    }
}
