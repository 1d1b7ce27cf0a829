package io.daybook.timesheet;

/** Where a timesheet stands. */
public enum TimesheetStatus {
    OPEN,
    SUBMITTED,
    APPROVED,
    REJECTED,
    DISPUTED,
    /** A payout has reserved some of its earnings: only linked corrections from here on. */
    LOCKED
}
