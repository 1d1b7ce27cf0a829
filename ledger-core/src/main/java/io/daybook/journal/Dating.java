package io.daybook.journal;

import io.daybook.account.AccountEvent;
import io.daybook.account.EntryEvent;
import io.daybook.account.EntryEvent.EarningsPosted;
import io.daybook.account.EntryEvent.ReviewWindowPassed;
import io.daybook.account.PayoutEvent;
import io.daybook.account.PayoutProgress;
import io.daybook.account.PayoutReport;
import io.daybook.account.PayoutReport.FoundIn;
import io.daybook.account.PayoutReport.PayoutFoundLate;

/** From when on a fact counts in the books. Credits may be dated back; what debits a payable never is. */
enum Dating {
    /** When it happened, never after it was recorded. */
    OCCURRED,
    /** As {@link #OCCURRED}, and never before the payout's entry before it. */
    AFTER_PAYOUT,
    RECORDED;

    static Dating of(AccountEvent event) {
        return switch (event) {
            case EntryEvent e -> e instanceof EarningsPosted || e instanceof ReviewWindowPassed ? OCCURRED : RECORDED;
            case PayoutEvent e -> ofPayout(e);
        };
    }

    private static Dating ofPayout(PayoutEvent event) {
        return switch (event) {
            case PayoutProgress e -> RECORDED;
            case PayoutReport e ->
                e instanceof PayoutFoundLate late && late.from() != FoundIn.IN_FLIGHT ? RECORDED : AFTER_PAYOUT;
        };
    }
}
