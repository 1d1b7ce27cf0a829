package io.daybook.account;

import io.daybook.account.AccountCommand.ObserveElsewhere;
import io.daybook.account.AccountCommand.ObservePayout;
import io.daybook.account.AccountCommand.RecordAnswer;
import io.daybook.account.PayoutReport.PayoutRejected;
import io.daybook.account.PayoutReport.StepUnknown;
import io.daybook.account.StepState.Phase;
import io.daybook.kernel.Decision;
import java.util.Optional;

/** What a provider answers or shows is never refused: it is recorded, once. */
final class AnswerRules {
    private AnswerRules() {}

    static Decision<AccountEvent> answer(AccountState s, RecordAnswer c) {
        Optional<Payout> payout = s.payouts().all().find(c.payout());
        if (payout.isEmpty() && !(c.answer() instanceof StepAnswer.Accepted)) return Guard.nothingNew();
        Facts facts = new Facts(s, c.account(), c.at());
        switch (c.answer()) {
            case StepAnswer.Accepted a -> sight(facts, c.payout(), a.fact());
            case StepAnswer.Refused a -> refused(facts, facts.payout(c.payout()), c, a);
            case StepAnswer.Unknown a -> unknown(facts, facts.payout(c.payout()), c, a);
        }
        return facts.decision();
    }

    static Decision<AccountEvent> observe(AccountState s, ObservePayout c) {
        Facts facts = new Facts(s, c.account(), c.at());
        sight(facts, c.payout(), c.fact());
        return facts.decision();
    }

    static Decision<AccountEvent> elsewhere(AccountState s, ObserveElsewhere c) {
        Facts facts = new Facts(s, c.account(), c.at());
        Mismatch.note(
                facts, c.payout(), MismatchKind.DESTINATION_DIFFERS, c.fact(), "not on the account that was approved");
        return facts.decision();
    }

    static void sight(Facts facts, PayoutId payout, RailFact fact) {
        Optional<Payout> known = facts.state().payouts().all().find(payout);
        if (known.isEmpty()) {
            Mismatch.note(facts, payout, MismatchKind.UNKNOWN_PAYOUT, fact, "this account has no such payout");
            return;
        }
        if (!fact.amount().currency().equals(facts.state().currency())) {
            Mismatch.note(facts, payout, MismatchKind.AMOUNT_DIFFERS, fact, "in another currency");
            return;
        }
        switch (fact.step()) {
            case TRANSFER -> TransferRules.sight(facts, known.get(), fact);
            case PAYOUT -> SightRules.sight(facts, known.get(), fact);
        }
    }

    private static void refused(Facts facts, Payout p, RecordAnswer c, StepAnswer.Refused answer) {
        StepState step = p.step(c.step());
        if (step.attempt() != c.attempt()) return;
        if (step.isOpen() && p.status().inFlight())
            facts.add(new PayoutRejected(
                    c.account(),
                    p.id(),
                    c.step(),
                    c.attempt(),
                    answer.code(),
                    answer.message(),
                    answer.forLackOfFunds(),
                    p.amount(),
                    c.at()));
        else if (step.phase() == Phase.DONE)
            Mismatch.note(
                    facts, p, MismatchKind.CONTRADICTED, c.step(), step.object(), "refused after it was carried out");
    }

    private static void unknown(Facts facts, Payout p, RecordAnswer c, StepAnswer.Unknown answer) {
        StepState step = p.step(c.step());
        if (step.attempt() == c.attempt() && step.phase() == Phase.INTENT)
            facts.add(new StepUnknown(c.account(), p.id(), c.step(), c.attempt(), answer.why(), c.at()));
    }
}
