package io.daybook.account;

import io.daybook.account.AccountCommand.AdoptObject;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.account.PayoutReport.ObjectAdopted;
import io.daybook.kernel.Decision;
import java.util.List;

/** What the provider carries with our reference although the log never meant it: after a restore to an earlier point. */
final class AdoptRules {
    private AdoptRules() {}

    static Decision<AccountEvent> adopt(AccountState s, AdoptObject c) {
        Facts facts = new Facts(s, c.account(), c.at());
        boolean known = s.memory().adopted(c.payout()).stream()
                .anyMatch(fact -> fact.object().equals(c.fact().object()));
        if (!known) facts.add(new ObjectAdopted(c.account(), c.payout(), c.rail(), c.fact(), c.at()));
        AnswerRules.sight(facts, c.payout(), c.fact());
        return facts.decision();
    }

    /** A payout that the provider made before its line was reserved has been made. */
    static Decision<AccountEvent> reserve(AccountState s, PayoutReserved reserved) {
        List<RailFact> adopted = s.memory().adopted(reserved.payout());
        Facts facts = new Facts(s, reserved.account(), reserved.occurredAt());
        facts.add(reserved);
        for (RailFact fact : adopted) AnswerRules.sight(facts, reserved.payout(), fact);
        return facts.decision();
    }

    /** Whether the provider did something for it that still stands: then no reason of ours undoes it. */
    static boolean isCarriedOut(AccountState s, PayoutId payout) {
        return s.memory().adopted(payout).stream()
                .anyMatch(fact -> !fact.status().over() && fact.status() != RailFact.Status.REVERSED);
    }

    /** The last attempt of a step whose key is used up, by us or before the log remembers. */
    static int lastAttempt(AccountState s, Payout p, PayoutStep step) {
        return s.memory().adopted(p.id()).stream()
                .filter(fact -> fact.step() == step)
                .mapToInt(RailFact::attempt)
                .reduce(p.step(step).attempt(), Math::max);
    }
}
