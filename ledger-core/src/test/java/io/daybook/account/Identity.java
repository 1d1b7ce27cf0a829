package io.daybook.account;

import io.daybook.account.EntryEvent.ClawbackWrittenOff;
import io.daybook.account.EntryEvent.CorrectedDown;
import io.daybook.account.EntryEvent.CorrectedUp;
import io.daybook.account.EntryEvent.CreditPosted;
import io.daybook.account.EntryEvent.DeductionPosted;
import io.daybook.account.EntryEvent.EarningsPosted;
import io.daybook.account.EntryEvent.TaxWithheld;
import io.daybook.account.PayoutReport.PayoutFailedAfterPaid;
import io.daybook.account.PayoutReport.PayoutFoundLate;
import io.daybook.account.PayoutReport.PayoutPaid;
import io.daybook.account.PayoutReport.PayoutReturned;
import java.util.List;

/** approved ± adjusted − withheld = paid − returned + owed + unresolved − receivable, in minor units. */
record Identity(long approved, long adjusted, long withheld, long paid, long returned) {
    static final Identity ZERO = new Identity(0, 0, 0, 0, 0);

    Identity plus(AccountEvent fact) {
        return switch (fact) {
            case EarningsPosted e -> plus(e.amount().minor(), 0, 0, 0, 0);
            case CorrectedUp e -> plus(0, e.amount().minor(), 0, 0, 0);
            case CorrectedDown e -> plus(0, -e.amount().minor(), 0, 0, 0);
            case CreditPosted e -> plus(0, e.amount().minor(), 0, 0, 0);
            case ClawbackWrittenOff e -> plus(0, e.amount().minor(), 0, 0, 0);
            case DeductionPosted e -> plus(0, 0, e.amount().minor(), 0, 0);
            case TaxWithheld e -> plus(0, 0, e.amount().minor(), 0, 0);
            case PayoutPaid e -> plus(0, 0, 0, e.amount().minor(), 0);
            case PayoutFoundLate e -> plus(0, 0, 0, e.amount().minor(), 0);
            case PayoutFailedAfterPaid e -> plus(0, 0, 0, 0, e.amount().minor());
            case PayoutReturned e -> plus(0, 0, 0, 0, e.amount().minor());
            default -> this;
        };
    }

    private Identity plus(long moreApproved, long moreAdjusted, long moreWithheld, long morePaid, long moreReturned) {
        return new Identity(
                approved + moreApproved,
                adjusted + moreAdjusted,
                withheld + moreWithheld,
                paid + morePaid,
                returned + moreReturned);
    }

    List<String> wrong(Books books) {
        long owed = 0;
        for (int account : List.of(2000, 2001, 2002, 2003, 2040)) owed += books.balance(account);
        long receivable = books.balance(1100) + books.balance(1110);
        long right = paid - returned + owed + books.balance(2030) - receivable;
        return approved + adjusted - withheld == right ? List.of() : List.of("the identity does not hold: " + this);
    }
}
