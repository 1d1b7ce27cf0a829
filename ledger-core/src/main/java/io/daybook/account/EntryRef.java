package io.daybook.account;

import io.daybook.timesheet.TimesheetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entry money comes from.
 *
 * @param order counts the account's entries: the order in which they are used up
 */
record EntryRef(AccountEntryId id, long order, @Nullable TimesheetId timesheet, Instant earnedAt) {}
