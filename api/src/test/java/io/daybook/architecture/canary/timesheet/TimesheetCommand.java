package io.daybook.architecture.canary.timesheet;

/** Open: anybody can add a command, and a switch over them is never complete. */
public interface TimesheetCommand {}
