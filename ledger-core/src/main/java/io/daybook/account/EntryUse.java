package io.daybook.account;

import io.daybook.account.EntryEvent.AdvanceRecovered;
import io.daybook.account.EntryEvent.AmountHoldLifted;
import io.daybook.account.EntryEvent.ClawbackNetted;
import io.daybook.account.EntryEvent.CorrectedDown;
import io.daybook.account.EntryEvent.DeductionPosted;
import io.daybook.account.EntryEvent.HoldFilled;
import io.daybook.account.EntryEvent.ReviewWindowPassed;
import io.daybook.account.EntryEvent.TaxWithheld;
import io.daybook.account.PayoutProgress.PayoutClosed;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.account.PayoutReport.PayoutFoundLate;
import io.daybook.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What one fact moved of an account entry from one of its parts to another.
 *
 * @param amount above zero
 */
public record EntryUse(AccountEntryId entry, Place from, Place to, Money amount) {
    /** The parts an entry's amount is divided into. */
    public enum Place {
        PENDING,
        AVAILABLE,
        HELD,
        IN_PAYOUTS,
        USED
    }

    /** All that this fact moves, in the order it names it; empty for most. */
    public static List<EntryUse> of(AccountEvent event) {
        return switch (event) {
            case ReviewWindowPassed e ->
                moved(List.of(new EntryPart(e.entry(), e.amount())), Place.PENDING, Place.AVAILABLE);
            case ClawbackNetted e -> moved(e.parts(), Place.AVAILABLE, Place.USED);
            case DeductionPosted e -> moved(e.parts(), Place.AVAILABLE, Place.USED);
            case TaxWithheld e -> moved(e.parts(), Place.AVAILABLE, Place.USED);
            case AdvanceRecovered e -> moved(e.parts(), Place.AVAILABLE, Place.USED);
            case CorrectedDown e -> taken(e.taken());
            case HoldFilled e -> moved(e.parts(), Place.AVAILABLE, Place.HELD);
            case AmountHoldLifted e -> moved(e.parts(), Place.HELD, Place.AVAILABLE);
            case PayoutReserved e -> moved(e.parts(), Place.AVAILABLE, Place.IN_PAYOUTS);
            case PayoutClosed e -> moved(e.parts(), Place.IN_PAYOUTS, Place.AVAILABLE);
            case PayoutFoundLate e -> moved(e.taken().available(), Place.AVAILABLE, Place.IN_PAYOUTS);
            case EntryEvent e -> List.of();
            case PayoutEvent e -> List.of();
        };
    }

    private static List<EntryUse> taken(Taken taken) {
        List<EntryUse> uses = new ArrayList<>(moved(taken.pending(), Place.PENDING, Place.USED));
        uses.addAll(moved(taken.available(), Place.AVAILABLE, Place.USED));
        uses.addAll(moved(taken.held().stream().map(Taken.HeldPart::part).toList(), Place.HELD, Place.USED));
        return uses;
    }

    private static List<EntryUse> moved(List<EntryPart> parts, Place from, Place to) {
        return parts.stream()
                .filter(part -> part.amount().isPositive())
                .map(part -> new EntryUse(part.entry(), from, to, part.amount()))
                .toList();
    }
}
