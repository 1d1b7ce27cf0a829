package io.daybook.architecture.canary.timesheet;

/** Sealed, but one of its facts is no record. */
public sealed interface TimesheetEvent {
    /** A fact that can be altered. */
    final class TimesheetAltered implements TimesheetEvent {}
}
