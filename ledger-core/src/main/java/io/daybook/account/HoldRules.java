package io.daybook.account;

import static io.daybook.kernel.Decision.reject;

import io.daybook.account.AccountCommand.LiftHold;
import io.daybook.account.AccountCommand.PlaceHold;
import io.daybook.account.AccountRejection.UnknownHold;
import io.daybook.account.EntryEvent.AmountHoldLifted;
import io.daybook.account.EntryEvent.AmountHoldPlaced;
import io.daybook.kernel.Decision;
import java.util.Optional;

/** Holds on an amount: filled from what is available now, and from later credits until full. */
final class HoldRules {
    private HoldRules() {}

    static Decision<AccountEvent> place(AccountState s, PlaceHold c) {
        if (s.memory().holds().has(c.hold())) return Guard.nothingNew();
        Optional<AccountRejection> wrong = Guard.amount(s, c.account(), c.amount());
        if (wrong.isPresent()) return reject(wrong.get());
        Facts facts = new Facts(s, c.account(), c.at());
        facts.add(new AmountHoldPlaced(c.account(), c.hold(), c.amount(), c.at()));
        facts.settleCredit();
        return facts.decision();
    }

    static Decision<AccountEvent> lift(AccountState s, LiftHold c) {
        AmountHold hold = s.hold(c.hold()).orElse(null);
        if (hold == null)
            return s.memory().holds().has(c.hold()) ? Guard.nothingNew() : reject(new UnknownHold(c.hold()));
        Facts facts = new Facts(s, c.account(), c.at());
        facts.add(new AmountHoldLifted(c.account(), c.hold(), hold.held(), hold.parts(), c.at()));
        facts.settleCredit();
        return facts.decision();
    }
}
