package io.daybook.account;

import static io.daybook.kernel.Decision.accept;

import io.daybook.account.AccountCommand.EndReversal;
import io.daybook.account.AccountCommand.TakeBack;
import io.daybook.account.PayoutProgress.ReversalBegun;
import io.daybook.account.PayoutProgress.ReversalEnded;
import io.daybook.account.Payouts.OnAccount;
import io.daybook.account.Transfers.Reversing;
import io.daybook.account.Transfers.Seen;
import io.daybook.kernel.Decision;
import io.daybook.kernel.Hash;
import io.daybook.money.Money;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lies on a connected account beyond what is owed, or where nobody is paid any more, is taken back. */
final class ReversalRules {
    private static final Comparator<Map.Entry<String, Seen>> LEAST_LEFT =
            Comparator.<Map.Entry<String, Seen>>comparingLong(
                            each -> each.getValue().left().minor())
                    .thenComparing(Map.Entry::getKey);

    private ReversalRules() {}

    static Decision<AccountEvent> takeBack(AccountState s, TakeBack c) {
        return Guard.onPayout(s, c.payout(), p -> {
            boolean busy = p.steps().transfers().reversing() != null;
            if (busy || !p.isConnected() || !p.status().over()) return Guard.nothingNew();
            Money excess = excess(s, p, p.destination().equals(c.destination()));
            return p.steps().transfers().seen().entrySet().stream()
                    .filter(each -> each.getValue().left().isPositive())
                    .max(LEAST_LEFT)
                    .filter(most -> excess.isPositive())
                    .map(most -> accept((AccountEvent) begun(
                            p, c, most.getKey(), excess.min(most.getValue().left()))))
                    .orElseGet(Guard::nothingNew);
        });
    }

    /** @param home whether the contractor is paid there: then what they are owed may stay */
    private static Money excess(AccountState s, Payout p, boolean home) {
        OnAccount there = s.payouts().on(p);
        Money free = there.balance().minus(there.claimed()).floorZero();
        return home ? free.minus(owed(s)).floorZero() : free;
    }

    private static Money owed(AccountState s) {
        Money owed = s.credits().available();
        for (OpenEntry entry : s.credits().open()) owed = owed.plus(entry.pending());
        for (AmountHold hold : s.holds()) owed = owed.plus(hold.held());
        for (Payouts.Suspended back : s.payouts().suspended().values()) owed = owed.plus(back.amount());
        return owed;
    }

    private static ReversalBegun begun(Payout p, TakeBack c, String transfer, Money amount) {
        int attempt = p.steps().transfers().reversalsBegun() + 1;
        String key = p.id().value() + ":reversal:" + attempt;
        String request = key + ":" + amount.minor() + ":" + amount.currency() + ":" + transfer;
        return new ReversalBegun(
                c.account(),
                p.id(),
                attempt,
                key,
                Hash.sha256Hex(request),
                transfer,
                p.terms().route().rail(),
                p.destination(),
                amount,
                c.at());
    }

    static Decision<AccountEvent> end(AccountState s, EndReversal c) {
        Facts facts = new Facts(s, c.account(), c.at());
        Optional<Payout> known = s.payouts().all().find(c.payout());
        Reversing open = known.map(p -> p.steps().transfers().reversing()).orElse(null);
        if (open == null || open.attempt() != c.attempt()) return Guard.nothingNew();
        facts.add(new ReversalEnded(c.account(), c.payout(), c.attempt(), code(c.answer()), open.amount(), c.at()));
        if (c.answer() instanceof ReversalAnswer.Done done)
            TransferRules.taken(facts, c.payout(), open.transfer(), done);
        return facts.decision();
    }

    private static @Nullable String code(ReversalAnswer answer) {
        return switch (answer) {
            case ReversalAnswer.Done done -> null;
            case ReversalAnswer.Refused refused -> refused.code();
            case ReversalAnswer.Absent absent -> "absent";
        };
    }
}
