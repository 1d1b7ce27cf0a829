package io.daybook.account;

import io.daybook.account.AccountCommand.RecordReversal;
import io.daybook.account.PayoutReport.PayoutRejected;
import io.daybook.account.PayoutReport.TransferDone;
import io.daybook.account.PayoutReport.TransferIdentified;
import io.daybook.account.PayoutReport.TransferReversed;
import io.daybook.account.Transfers.Seen;
import io.daybook.kernel.Decision;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What reaches a connected account and what is taken back from it. */
final class TransferRules {
    private TransferRules() {}

    static void sight(Facts facts, Payout p, RailFact fact) {
        if (!p.isConnected()) {
            Mismatch.note(facts, p.id(), MismatchKind.NOT_ON_THIS_RAIL, fact, "a transfer where none is needed");
            return;
        }
        if (fact.status().over()) notMade(facts, p, fact);
        else if (!p.steps().transfers().seen().containsKey(fact.object())) made(facts, p, fact);
        if (fact.status() == RailFact.Status.REVERSED) reversedWhole(facts, p.id(), fact);
    }

    private static void notMade(Facts facts, Payout p, RailFact fact) {
        StepState step = p.step(PayoutStep.TRANSFER);
        if (!step.isOpen() || !step.fits(fact.attempt()) || !p.status().inFlight()) return;
        String code = fact.failure() == null ? "transfer-failed" : fact.failure();
        facts.add(new PayoutRejected(
                facts.account(),
                p.id(),
                PayoutStep.TRANSFER,
                step.attempt(),
                code,
                "The provider took the transfer back.",
                false,
                p.amount(),
                facts.at()));
    }

    private static void made(Facts facts, Payout p, RailFact fact) {
        StepState step = p.step(PayoutStep.TRANSFER);
        boolean expected = step.isOpen() && step.fits(fact.attempt());
        if (expected) {
            Mismatch.amount(facts, p.id(), fact, step.amount());
            facts.add(done(facts, p, fact.object(), fact.amount(), false, fact.created()));
        } else unexpected(facts, p, step, fact);
    }

    /** Either the object behind what was posted before it was seen, or money that nobody waits for. */
    private static void unexpected(Facts facts, Payout p, StepState step, RailFact fact) {
        Money assumed = p.steps().transfers().assumed().min(fact.amount());
        if (assumed.isPositive())
            facts.add(new TransferIdentified(
                    facts.account(), p.id(), fact.attempt(), fact.object(), assumed, fact.created()));
        Money more = fact.amount().minus(assumed);
        if (!more.isPositive()) return;
        if (step.phase() == StepState.Phase.DONE && step.fits(fact.attempt()))
            Mismatch.note(facts, p.id(), MismatchKind.DUPLICATE, fact, "a second transfer for one attempt");
        facts.add(done(facts, p, fact.object(), more, true, fact.created()));
    }

    private static TransferDone done(
            Facts facts, Payout p, @Nullable String object, Money amount, boolean late, Instant at) {
        return new TransferDone(
                facts.account(),
                p.id(),
                p.step(PayoutStep.TRANSFER).attempt(),
                object,
                p.terms().route().rail(),
                p.destination(),
                amount,
                late,
                at);
    }

    /** The awaited payout was carried out, so its transfer was too. */
    static void cover(Facts facts, Payout p, RailFact fact) {
        StepState step = p.step(PayoutStep.TRANSFER);
        if (step.isOpen()) facts.add(done(facts, p, null, step.amount(), false, fact.created()));
        coverShortage(facts, facts.payout(p.id()), fact);
    }

    /**
     * A payout was carried out, so all that it drew was on the connected account, whether or not our log has seen it come;
     * what other payouts count on there was not what it drew.
     */
    static void coverShortage(Facts facts, Payout p, RailFact fact) {
        if (!p.isConnected()) return;
        Money missing = p.amount().minus(facts.state().payouts().unassigned(p));
        if (!missing.isPositive()) return;
        if (p.step(PayoutStep.TRANSFER).phase() == StepState.Phase.DONE)
            Mismatch.note(
                    facts, p.id(), MismatchKind.CONNECTED_BALANCE_SHORT, fact, "paid from more than our log has there");
        facts.add(done(facts, p, null, missing, true, fact.created()));
    }

    static Decision<AccountEvent> reverse(AccountState s, RecordReversal c) {
        Facts facts = new Facts(s, c.account(), c.at());
        Optional<Payout> known = s.payouts().all().find(c.payout());
        RailFact fact = new RailFact(
                PayoutStep.TRANSFER, 0, c.reversal(), c.amount(), RailFact.Status.REVERSED, null, null, c.created());
        if (known.isEmpty())
            Mismatch.note(facts, c.payout(), MismatchKind.UNKNOWN_PAYOUT, fact, "this account has no such payout");
        else if (!c.amount().currency().equals(s.currency()))
            Mismatch.note(facts, c.payout(), MismatchKind.AMOUNT_DIFFERS, fact, "in another currency");
        else if (!known.get().isConnected())
            Mismatch.note(facts, c.payout(), MismatchKind.NOT_ON_THIS_RAIL, fact, "a reversal where none is possible");
        else if (!known.get().steps().transfers().reversals().containsKey(c.reversal()))
            take(facts, known.get(), c.transfer(), fact);
        return facts.decision();
    }

    /** What we asked to be reversed; a message may have told of it before. */
    static void taken(Facts facts, PayoutId payout, String transfer, ReversalAnswer.Done done) {
        Payout p = facts.payout(payout);
        if (p.steps().transfers().reversals().containsKey(done.reversal())) return;
        RailFact fact = new RailFact(
                PayoutStep.TRANSFER,
                0,
                done.reversal(),
                done.amount(),
                RailFact.Status.REVERSED,
                null,
                null,
                done.created());
        take(facts, p, transfer, fact);
    }

    private static void reversedWhole(Facts facts, PayoutId payout, RailFact fact) {
        Payout p = facts.payout(payout);
        Seen seen = p.steps().transfers().seen().get(fact.object());
        if (seen == null || !seen.left().isPositive()) return;
        RailFact reversal = new RailFact(
                PayoutStep.TRANSFER,
                0,
                fact.object() + ":reversed",
                seen.left(),
                fact.status(),
                null,
                null,
                fact.created());
        take(facts, p, fact.object(), reversal);
    }

    /** At most what is left of the transfer and lies on the connected account; anything beyond is a break. */
    private static void take(Facts facts, Payout p, String transfer, RailFact reversal) {
        Seen seen = p.steps().transfers().seen().get(transfer);
        Money left = seen == null ? reversal.amount() : reversal.amount().min(seen.left());
        Money taken = left.min(facts.state().payouts().on(p).balance());
        if (taken.isPositive())
            facts.add(new TransferReversed(
                    facts.account(),
                    p.id(),
                    reversal.object(),
                    transfer,
                    p.terms().route().rail(),
                    p.destination(),
                    taken,
                    reversal.created()));
        if (left.isMoreThan(taken))
            Mismatch.note(
                    facts,
                    p.id(),
                    MismatchKind.CONNECTED_BALANCE_SHORT,
                    reversal,
                    "reversed more than our log has there");
    }
}
