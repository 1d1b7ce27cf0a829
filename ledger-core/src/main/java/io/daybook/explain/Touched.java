package io.daybook.explain;

import io.daybook.account.AccountEntryId;
import io.daybook.account.AccountEvent;
import io.daybook.account.AdjustmentId;
import io.daybook.account.EntryEvent;
import io.daybook.account.EntryEvent.AdvanceGranted;
import io.daybook.account.EntryEvent.CorrectedDown;
import io.daybook.account.EntryEvent.CorrectedUp;
import io.daybook.account.EntryEvent.CreditPosted;
import io.daybook.account.EntryEvent.DeductionPosted;
import io.daybook.account.EntryEvent.EarningsPosted;
import io.daybook.account.PayoutEvent;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress.SuspenseCleared;
import io.daybook.timesheet.TimesheetId;
import org.jspecify.annotations.Nullable;

/**
 * What a fact of an account leads on to, beside the entries it moves something within.
 *
 * @param entry what it credited
 */
record Touched(
        @Nullable AccountEntryId entry,
        @Nullable PayoutId payout,
        @Nullable AdjustmentId adjustment,
        @Nullable TimesheetId timesheet) {
    private static final Touched NOTHING = new Touched(null, null, null, null);

    static Touched by(AccountEvent event) {
        return switch (event) {
            case EarningsPosted e -> credit(e.entry());
            case CorrectedUp e -> credit(e.entry());
            case CreditPosted e -> credit(e.entry());
            case AdvanceGranted e -> credit(e.entry());
            case SuspenseCleared e -> credit(e.entry());
            case CorrectedDown e ->
                new Touched(null, null, e.source().adjustment(), e.source().timesheet());
            case DeductionPosted e -> new Touched(null, null, e.adjustment(), null);
            case EntryEvent e -> NOTHING;
            case PayoutEvent e -> new Touched(null, e.payout(), null, null);
        };
    }

    private static Touched credit(AccountEntryId entry) {
        return new Touched(entry, null, null, null);
    }
}
