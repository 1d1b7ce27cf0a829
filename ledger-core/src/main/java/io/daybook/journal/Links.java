package io.daybook.journal;

import io.daybook.account.AccountEntryId;
import io.daybook.account.AccountEvent;
import io.daybook.account.AdjustmentId;
import io.daybook.account.EntryEvent;
import io.daybook.account.EntryEvent.AdjustmentMade;
import io.daybook.account.EntryEvent.AdjustmentProposed;
import io.daybook.account.EntryEvent.AdvanceGranted;
import io.daybook.account.EntryEvent.AdvanceRecovered;
import io.daybook.account.EntryEvent.AmountHoldLifted;
import io.daybook.account.EntryEvent.AmountHoldPlaced;
import io.daybook.account.EntryEvent.ClawbackNetted;
import io.daybook.account.EntryEvent.ClawbackWrittenOff;
import io.daybook.account.EntryEvent.CorrectedDown;
import io.daybook.account.EntryEvent.CorrectedUp;
import io.daybook.account.EntryEvent.CorrectionSource;
import io.daybook.account.EntryEvent.CreditPosted;
import io.daybook.account.EntryEvent.DeductionPosted;
import io.daybook.account.EntryEvent.EarningsPosted;
import io.daybook.account.EntryEvent.HoldFilled;
import io.daybook.account.EntryEvent.ReviewWindowPassed;
import io.daybook.account.EntryEvent.TaxWithheld;
import io.daybook.account.EntryEvent.WithheldRemitted;
import io.daybook.account.PayoutEvent;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress.SuspenseCleared;
import io.daybook.account.PayoutReport.PayoutFailedAfterPaid;
import io.daybook.account.PayoutReport.PayoutFoundLate;
import io.daybook.account.PayoutReport.PayoutPaid;
import io.daybook.account.PayoutReport.PayoutReturned;
import io.daybook.contractor.ContractorId;
import io.daybook.timesheet.TimesheetId;
import org.jspecify.annotations.Nullable;

/**
 * What a journal entry is about, for statements and explanations.
 *
 * @param kind how it changes what is the contractor's; null where it only moves it
 * @param seconds of work, signed
 */
record Links(
        @Nullable ContractorId contractor,
        Statement.@Nullable Kind kind,
        @Nullable AccountEntryId entry,
        @Nullable TimesheetId timesheet,
        @Nullable String project,
        @Nullable AdjustmentId adjustment,
        @Nullable PayoutId payout,
        long seconds) {
    static final Links NONE = new Links(null, null, null, null, null, null, null, 0);

    static Links of(AccountEvent event) {
        ContractorId whose = event.account().contractor();
        return switch (event) {
            case EntryEvent e -> of(whose, e);
            case SuspenseCleared e -> new Links(whose, null, e.entry(), null, null, null, e.payout(), 0);
            case PayoutEvent e -> new Links(whose, kind(e), null, null, null, null, e.payout(), 0);
        };
    }

    private static Links of(ContractorId whose, EntryEvent event) {
        return switch (event) {
            case EarningsPosted e ->
                new Links(whose, Statement.Kind.EARNED, e.entry(), e.timesheet(), e.project(), null, null, e.seconds());
            case CorrectedUp e -> corrected(whose, e.entry(), e.source());
            case CorrectedDown e -> corrected(whose, e.entry(), e.source());
            case CreditPosted e -> adjusted(whose, e.entry(), e.adjustment());
            case DeductionPosted e -> adjusted(whose, null, e.adjustment());
            case TaxWithheld e -> adjusted(whose, null, e.withholding());
            case ClawbackWrittenOff e -> adjusted(whose, null, e.writeOff());
            case AdvanceGranted e -> moved(whose, e.entry(), e.advance());
            case AdvanceRecovered e -> moved(whose, null, e.recovery());
            case WithheldRemitted e -> moved(whose, null, e.remittance());
            case ReviewWindowPassed e -> moved(whose, e.entry(), null);
            case AdjustmentProposed e -> moved(whose, null, e.adjustment().id());
            case AdjustmentMade e -> moved(whose, null, e.adjustment().id());
            case ClawbackNetted e -> moved(whose, null, null);
            case AmountHoldPlaced e -> moved(whose, null, null);
            case HoldFilled e -> moved(whose, null, null);
            case AmountHoldLifted e -> moved(whose, null, null);
        };
    }

    private static Links corrected(ContractorId whose, AccountEntryId entry, CorrectionSource source) {
        return new Links(
                whose,
                Statement.Kind.ADJUSTED,
                entry,
                source.timesheet(),
                source.project(),
                source.adjustment(),
                null,
                source.seconds());
    }

    private static Links adjusted(ContractorId whose, @Nullable AccountEntryId entry, AdjustmentId adjustment) {
        return new Links(whose, Statement.Kind.ADJUSTED, entry, null, null, adjustment, null, 0);
    }

    private static Links moved(ContractorId whose, @Nullable AccountEntryId entry, @Nullable AdjustmentId adjustment) {
        return new Links(whose, null, entry, null, null, adjustment, null, 0);
    }

    private static Statement.@Nullable Kind kind(PayoutEvent event) {
        if (event instanceof PayoutPaid || event instanceof PayoutFoundLate) return Statement.Kind.PAID;
        return event instanceof PayoutFailedAfterPaid || event instanceof PayoutReturned
                ? Statement.Kind.RETURNED
                : null;
    }
}
