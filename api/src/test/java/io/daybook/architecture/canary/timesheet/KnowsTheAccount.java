package io.daybook.architecture.canary.timesheet;

import io.daybook.architecture.canary.account.KnowsTheTimesheet;

/** Half of a cycle. */
public record KnowsTheAccount(KnowsTheTimesheet account) {}
