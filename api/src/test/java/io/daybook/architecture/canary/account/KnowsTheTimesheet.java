package io.daybook.architecture.canary.account;

import io.daybook.architecture.canary.timesheet.KnowsTheAccount;

/** The other half. */
public record KnowsTheTimesheet(KnowsTheAccount timesheet) {}
