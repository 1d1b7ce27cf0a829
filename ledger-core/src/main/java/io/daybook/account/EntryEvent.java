package io.daybook.account;

import io.daybook.calendar.AccountingMonth;
import io.daybook.contractor.HoldId;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was credited to an account, taken from it and held on it. Parts name the entries they come from and sum to the amount. */
public sealed interface EntryEvent extends AccountEvent {
    /** @param amount zero or more @param pendingUntil null when it is available at once */
    record EarningsPosted(
            AccountId account,
            AccountEntryId entry,
            TimesheetId timesheet,
            int revision,
            String project,
            AccountingMonth month,
            long seconds,
            Money amount,
            @Nullable Instant pendingUntil,
            Instant occurredAt)
            implements EntryEvent {}

    /** A new entry beside the one it corrects. @param corrects null where nothing had been earned yet */
    record CorrectedUp(
            AccountId account,
            AccountEntryId entry,
            @Nullable AccountEntryId corrects,
            EntryKind kind,
            CorrectionSource source,
            Money amount,
            @Nullable Instant pendingUntil,
            Instant occurredAt)
            implements EntryEvent {}

    record CorrectedDown(
            AccountId account,
            AccountEntryId entry,
            @Nullable AccountEntryId corrects,
            EntryKind kind,
            CorrectionSource source,
            Money amount,
            Taken taken,
            Instant occurredAt)
            implements EntryEvent {}

    record ReviewWindowPassed(AccountId account, AccountEntryId entry, Money amount, Instant occurredAt)
            implements EntryEvent {}

    record ClawbackNetted(AccountId account, Money amount, List<EntryPart> parts, Instant occurredAt)
            implements EntryEvent {}

    record AdjustmentProposed(AccountId account, Adjustment adjustment, Subject maker, Instant occurredAt)
            implements EntryEvent {}

    /** Followed by what it posts. @param approver null below the limit */
    record AdjustmentMade(
            AccountId account,
            Adjustment adjustment,
            Subject maker,
            @Nullable Subject approver,
            Instant occurredAt) implements EntryEvent {}

    /** A bonus, a referral or an expense. */
    record CreditPosted(
            AccountId account,
            AccountEntryId entry,
            AdjustmentId adjustment,
            EntryKind kind,
            Money amount,
            Instant occurredAt)
            implements EntryEvent {}

    record DeductionPosted(
            AccountId account, AdjustmentId adjustment, Money amount, List<EntryPart> parts, Instant occurredAt)
            implements EntryEvent {}

    record TaxWithheld(
            AccountId account, AdjustmentId withholding, Money amount, List<EntryPart> parts, Instant occurredAt)
            implements EntryEvent {}

    record WithheldRemitted(AccountId account, AdjustmentId remittance, Withheld kind, Money amount, Instant occurredAt)
            implements EntryEvent {}

    record AdvanceGranted(
            AccountId account,
            AccountEntryId entry,
            AdjustmentId advance,
            Money amount,
            Subject maker,
            Subject approver,
            Instant occurredAt)
            implements EntryEvent {}

    record AdvanceRecovered(
            AccountId account, AdjustmentId recovery, Money amount, List<EntryPart> parts, Instant occurredAt)
            implements EntryEvent {}

    record ClawbackWrittenOff(
            AccountId account,
            AdjustmentId writeOff,
            Money amount,
            Sealed reason,
            Subject maker,
            Subject approver,
            Instant occurredAt)
            implements EntryEvent {}

    record AmountHoldPlaced(AccountId account, HoldId hold, Money amount, Instant occurredAt) implements EntryEvent {}

    record HoldFilled(AccountId account, HoldId hold, Money amount, List<EntryPart> parts, Instant occurredAt)
            implements EntryEvent {}

    /** @param amount what it held, zero or more */
    record AmountHoldLifted(AccountId account, HoldId hold, Money amount, List<EntryPart> parts, Instant occurredAt)
            implements EntryEvent {}

    /** @param timesheet null, as project, when an adjustment and not a sheet corrects @param seconds signed */
    record CorrectionSource(
            @Nullable TimesheetId timesheet,
            int correction,
            @Nullable String project,
            @Nullable AccountingMonth month,
            long seconds,
            @Nullable AdjustmentId adjustment) {}
}
