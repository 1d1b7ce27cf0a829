package io.daybook.account;

import static io.daybook.kernel.Decision.accept;
import static io.daybook.kernel.Decision.reject;

import io.daybook.account.AccountCommand.DropPayout;
import io.daybook.account.AccountCommand.ReservePayout;
import io.daybook.account.AccountRejection.CarriedOut;
import io.daybook.account.PayoutProgress.PayoutDropped;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.kernel.Decision;
import io.daybook.timesheet.TimesheetId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An approved line becomes a payout, whole, or is dropped with a reason; it never holds up its batch. */
final class ReserveRules {
    private ReserveRules() {}

    static Decision<AccountEvent> reserve(AccountState s, ReservePayout c) {
        if (isKnown(s, c.payout())) return Guard.nothingNew();
        Optional<AccountRejection> wrong = Guard.amount(s, c.account(), c.amount());
        if (wrong.isPresent()) return reject(wrong.get());
        if (AdoptRules.isCarriedOut(s, c.payout()))
            return c.amount().isMoreThan(s.credits().availableBefore(c.cutoff()))
                    ? reject(new CarriedOut(c.payout()))
                    : AdoptRules.reserve(s, reserved(s, c));
        if (!c.payability().ok()) return accept(dropped(c, DropReason.BLOCKED));
        if (!c.payability().leadsTo(c.destination())) return accept(dropped(c, DropReason.DESTINATION_CHANGED));
        if (c.amount().isMoreThan(s.credits().availableBefore(c.cutoff())))
            return accept(dropped(c, DropReason.INSUFFICIENT_AVAILABLE));
        return AdoptRules.reserve(s, reserved(s, c));
    }

    private static PayoutReserved reserved(AccountState s, ReservePayout c) {
        List<EntryPart> parts = s.credits().oldestBefore(c.cutoff(), c.amount());
        List<TimesheetId> timesheets = s.credits().pieces(parts).stream()
                .map(piece -> piece.ref().timesheet())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new PayoutReserved(
                c.account(),
                c.payout(),
                c.batch(),
                c.amount(),
                c.cutoff(),
                c.route(),
                c.destination(),
                parts,
                timesheets,
                c.at());
    }

    private static PayoutDropped dropped(ReservePayout c, DropReason reason) {
        return new PayoutDropped(
                c.account(),
                c.payout(),
                c.batch(),
                c.amount(),
                reason,
                c.payability().reasons(),
                c.at());
    }

    static Decision<AccountEvent> drop(AccountState s, DropPayout c) {
        if (isKnown(s, c.payout())) return Guard.nothingNew();
        if (AdoptRules.isCarriedOut(s, c.payout())) return reject(new CarriedOut(c.payout()));
        return accept(new PayoutDropped(c.account(), c.payout(), c.batch(), c.amount(), c.reason(), List.of(), c.at()));
    }

    private static boolean isKnown(AccountState s, PayoutId payout) {
        return s.payouts().all().has(payout) || s.memory().dropped().has(payout);
    }
}
