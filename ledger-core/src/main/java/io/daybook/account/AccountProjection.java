package io.daybook.account;

import io.daybook.account.AccountRows.Adjusted;
import io.daybook.account.AccountRows.Credit;
import io.daybook.account.EntryEvent.*;
import io.daybook.kernel.Projection;
import io.daybook.kernel.Recorded;
import java.util.List;

/** Account entries and what became of them, payouts, adjustments. */
final class AccountProjection implements Projection<AccountRows> {
    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public AccountRows fold(List<Recorded> facts) {
        AccountRows rows = new AccountRows();
        for (Recorded fact : facts)
            switch (fact.event()) {
                case AccountEvent event -> add(rows, event, fact.position());
                default -> {
                    // other features' facts
                }
            }
        return rows;
    }

    private static void add(AccountRows rows, AccountEvent event, long position) {
        for (EntryUse use : EntryUse.of(event)) rows.use(use, position);
        switch (event) {
            case EntryEvent e -> entry(rows, e, position);
            case PayoutEvent e -> PayoutFold.add(rows, e, position);
        }
    }

    private static void entry(AccountRows rows, EntryEvent event, long position) {
        switch (event) {
            case EarningsPosted e -> rows.credits.add(earned(e, position));
            case CorrectedUp e -> rows.credits.add(corrected(e, position));
            case CreditPosted e ->
                rows.credits.add(credit(
                        e.entry(), e, e.kind(), e.adjustment(), e.amount().minor(), position));
            case AdvanceGranted e ->
                rows.credits.add(credit(
                        e.entry(), e, EntryKind.ADVANCE, e.advance(), e.amount().minor(), position));
            case AdjustmentProposed e ->
                rows.adjusted(new Adjusted(
                        e.account(), e.adjustment(), false, e.maker(), null, e.occurredAt(), position, null));
            case AdjustmentMade e ->
                rows.adjusted(new Adjusted(
                        e.account(),
                        e.adjustment(),
                        true,
                        e.maker(),
                        e.approver(),
                        e.occurredAt(),
                        position,
                        position));
            case CorrectedDown e -> {}
            case ReviewWindowPassed e -> {}
            case ClawbackNetted e -> {}
            case DeductionPosted e -> {}
            case TaxWithheld e -> {}
            case AdvanceRecovered e -> {}
            case HoldFilled e -> {}
            case AmountHoldLifted e -> {}
            case WithheldRemitted e -> {}
            case ClawbackWrittenOff e -> {}
            case AmountHoldPlaced e -> {}
        }
    }

    private static Credit earned(EarningsPosted e, long position) {
        return new Credit(
                e.entry(),
                e.account(),
                EntryKind.EARNINGS,
                e.timesheet().value(),
                e.project(),
                e.month().id(),
                null,
                null,
                null,
                e.seconds(),
                e.amount().minor(),
                e.pendingUntil(),
                e.occurredAt(),
                position);
    }

    private static Credit corrected(CorrectedUp e, long position) {
        CorrectionSource source = e.source();
        return new Credit(
                e.entry(),
                e.account(),
                e.kind(),
                source.timesheet() == null ? null : source.timesheet().value(),
                source.project(),
                source.month() == null ? null : source.month().id(),
                e.corrects() == null ? null : e.corrects().value(),
                source.adjustment() == null ? null : source.adjustment().value(),
                null,
                source.seconds(),
                e.amount().minor(),
                e.pendingUntil(),
                e.occurredAt(),
                position);
    }

    private static Credit credit(
            AccountEntryId entry, EntryEvent e, EntryKind kind, AdjustmentId adjustment, long minor, long position) {
        return new Credit(
                entry,
                e.account(),
                kind,
                null,
                null,
                null,
                null,
                adjustment.value(),
                null,
                0,
                minor,
                null,
                e.occurredAt(),
                position);
    }
}
