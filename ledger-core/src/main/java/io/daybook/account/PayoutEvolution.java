package io.daybook.account;

import io.daybook.account.PayoutProgress.AbsenceProven;
import io.daybook.account.PayoutProgress.PayoutClosed;
import io.daybook.account.PayoutProgress.PayoutDropped;
import io.daybook.account.PayoutProgress.PayoutReleased;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.account.PayoutProgress.PayoutRetried;
import io.daybook.account.PayoutProgress.PayoutSubmitted;
import io.daybook.account.PayoutProgress.ReversalBegun;
import io.daybook.account.PayoutProgress.ReversalEnded;
import io.daybook.account.PayoutProgress.StepBegun;
import io.daybook.account.PayoutProgress.SuspenseCleared;
import io.daybook.account.Payouts.Suspended;
import io.daybook.account.StepState.Phase;
import io.daybook.account.Transfers.Reversing;
import io.daybook.money.Money;
import java.util.List;

/** How our own decisions about payouts change an account. */
final class PayoutEvolution {
    private PayoutEvolution() {}

    static AccountState evolve(AccountState s, PayoutEvent event) {
        return switch (event) {
            case PayoutProgress e -> progress(s, e);
            case PayoutReport e -> ReportEvolution.evolve(s, e);
        };
    }

    private static AccountState progress(AccountState s, PayoutProgress event) {
        return switch (event) {
            case PayoutReserved e -> reserved(s, e);
            case PayoutDropped e -> s.with(s.memory().withDropped(e.payout()));
            case PayoutSubmitted e -> s.with(submitted(s.payouts().get(e.payout()), e));
            case StepBegun e -> s.with(begun(s.payouts().get(e.payout()), e.attempt(), e.intent()));
            case AbsenceProven e -> s.with(absent(s.payouts().get(e.payout()), e));
            case PayoutReleased e -> s.with(released(s.payouts().get(e.payout()), e));
            case PayoutRetried e -> s.with(s.payouts().get(e.payout()).mayAttempt(e.attempt()));
            case PayoutClosed e -> closed(s, s.payouts().get(e.payout()));
            case SuspenseCleared e -> cleared(s, e);
            case ReversalBegun e -> reversing(s, e);
            case ReversalEnded e -> reversed(s, e);
        };
    }

    /** What is on its way back is not there for another payout. */
    private static AccountState reversing(AccountState s, ReversalBegun e) {
        Payout next = s.payouts()
                .get(e.payout())
                .with(steps ->
                        steps.with(steps.transfers().begin(new Reversing(e.attempt(), e.transfer(), e.amount()))));
        return s.with(s.payouts().put(next).claimed(next, e.amount()));
    }

    private static AccountState reversed(AccountState s, ReversalEnded e) {
        Payout next = s.payouts()
                .get(e.payout())
                .with(steps -> steps.with(steps.transfers().ended()));
        return s.with(s.payouts().put(next).claimed(next, e.amount().negated()));
    }

    private static AccountState reserved(AccountState s, PayoutReserved e) {
        List<Piece> pieces = s.credits().pieces(e.parts());
        return EntryEvolution.used(s, e.parts()).with(Payout.reserved(e, pieces));
    }

    private static Payout submitted(Payout p, PayoutSubmitted e) {
        Payout next = begun(p.submitted(e.attempt()), e.attempt(), e.intent());
        if (!p.isConnected()) return next;
        Money found = e.intent().step() == PayoutStep.TRANSFER
                ? p.amount().minus(e.intent().amount())
                : p.amount();
        return next.claiming(found);
    }

    private static Payout begun(Payout p, int attempt, StepIntent intent) {
        return p.with(intent.step(), new StepState(intent.attempt(), attempt, Phase.INTENT, intent.amount(), null));
    }

    private static Payout absent(Payout p, AbsenceProven e) {
        return p.at(PayoutStatus.PROVEN_ABSENT).with(e.step(), p.step(e.step()).at(Phase.ABSENT));
    }

    /** What a transfer that is not there was to bring is no longer counted on. */
    private static Payout released(Payout p, PayoutReleased e) {
        Payout next = p.mayAttempt(e.attempt());
        return p.step(PayoutStep.TRANSFER).phase() == Phase.ABSENT ? next.claiming(noClaim(p)) : next;
    }

    private static AccountState closed(AccountState s, Payout p) {
        return s.with(s.credits().plus(p.pieces()))
                .with(p.settled(PayoutStatus.CLOSED).claiming(noClaim(p)));
    }

    private static AccountState cleared(AccountState s, SuspenseCleared e) {
        Payouts left = s.payouts().cleared(e.object());
        return EntryEvolution.credited(s, e.entry(), null, e.amount(), null, e.earnedAt())
                .with(left);
    }

    static AccountState suspended(AccountState s, Payout p, String object) {
        return s.with(s.payouts()
                .suspend(new Suspended(p.id(), object, p.amount(), p.terms().earnedAt())));
    }

    static Money noClaim(Payout p) {
        return Money.zero(p.amount().currency());
    }
}
