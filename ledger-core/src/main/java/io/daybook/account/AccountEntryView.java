package io.daybook.account;

import io.daybook.calendar.AccountingMonth;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One credit to an account and what became of it: amount = pending + available + held + in payouts + otherwise used.
 *
 * @param timesheet null, as project and month, unless it was earned by time
 * @param corrects the entry it adds to, for a correction up
 * @param adjustment what finance made it by, if they did
 * @param returned the payout that came back, for a return
 * @param seconds signed; zero unless it was earned by time
 * @param inPayouts reserved, sent or paid
 * @param used netted, deducted, withheld, recovered, or taken back by a correction
 */
public record AccountEntryView(
        AccountEntryId id,
        AccountId account,
        EntryKind kind,
        @Nullable TimesheetId timesheet,
        @Nullable String project,
        @Nullable AccountingMonth month,
        @Nullable AccountEntryId corrects,
        @Nullable AdjustmentId adjustment,
        @Nullable PayoutId returned,
        long seconds,
        Money amount,
        Money pending,
        Money available,
        Money held,
        Money inPayouts,
        Money used,
        @Nullable Instant pendingUntil,
        Instant earnedAt,
        long position) {}
