package io.daybook.account;

import io.daybook.account.PayoutReport.PayoutAccepted;
import io.daybook.account.PayoutReport.PayoutCanceled;
import io.daybook.account.PayoutReport.PayoutFailed;
import io.daybook.account.PayoutReport.PayoutFailedAfterPaid;
import io.daybook.account.PayoutReport.PayoutInTransit;
import io.daybook.account.PayoutReport.PayoutPaid;
import io.daybook.account.PayoutReport.PayoutReturned;

/** What a provider's payout object means for ours: its state settles order and repeats. */
final class SightRules {
    private SightRules() {}

    static void sight(Facts facts, Payout p, RailFact fact) {
        if (p.steps().over().contains(fact.object())) return;
        if (p.steps().duplicates().contains(fact.object())) {
            if (fact.status().over()) cameBack(facts, p, fact, true);
        } else if (isOurs(p, fact) || isAwaited(p, fact)) progress(facts, p.id(), fact);
        else if (fact.status().over())
            Mismatch.note(facts, p.id(), MismatchKind.FOUND_WITHOUT_EFFECT, fact, "not awaited, and paid nobody");
        else LateRules.found(facts, p, fact);
    }

    /** The object that the payout goes by. */
    private static boolean isOurs(Payout p, RailFact fact) {
        return fact.object().equals(p.step(PayoutStep.PAYOUT).object());
    }

    /** The attempt under way has a payout step whose outcome nobody knows yet, or that was never seen to begin. */
    private static boolean isAwaited(Payout p, RailFact fact) {
        if (p.status() != PayoutStatus.SUBMITTING && p.status() != PayoutStatus.UNKNOWN) return false;
        StepState step = p.step(PayoutStep.PAYOUT);
        if (p.payoutBegun()) return step.isOpen() && step.fits(fact.attempt());
        return fact.attempt() == 0 || fact.attempt() == step.attempt() + 1;
    }

    private static void progress(Facts facts, PayoutId id, RailFact fact) {
        switch (fact.status()) {
            case DONE, REVERSED, PENDING -> accept(facts, id, fact);
            case IN_TRANSIT -> inTransit(facts, id, fact);
            case PAID -> paid(facts, id, fact);
            case FAILED, CANCELED -> ended(facts, id, fact);
            case RETURNED -> {
                paid(facts, id, fact);
                cameBack(facts, facts.payout(id), fact, false);
            }
        }
    }

    private static void accept(Facts facts, PayoutId id, RailFact fact) {
        Payout p = facts.payout(id);
        if (p.status() != PayoutStatus.SUBMITTING && p.status() != PayoutStatus.UNKNOWN) return;
        Mismatch.amount(facts, id, fact, p.amount());
        TransferRules.cover(facts, p, fact);
        StepState step = p.step(PayoutStep.PAYOUT);
        int attempt = p.payoutBegun() ? step.attempt() : step.attempt() + 1;
        facts.add(
                new PayoutAccepted(facts.account(), id, attempt, fact.object(), p.flow(), p.amount(), fact.created()));
    }

    private static void inTransit(Facts facts, PayoutId id, RailFact fact) {
        accept(facts, id, fact);
        if (facts.payout(id).status() == PayoutStatus.ACCEPTED)
            facts.add(new PayoutInTransit(facts.account(), id, fact.object(), fact.created()));
    }

    private static void paid(Facts facts, PayoutId id, RailFact fact) {
        accept(facts, id, fact);
        Payout p = facts.payout(id);
        if (isUnderWay(p))
            facts.add(new PayoutPaid(
                    facts.account(), id, fact.object(), p.flow(), p.amount(), fact.trace(), fact.created()));
    }

    private static boolean isUnderWay(Payout p) {
        return p.status() == PayoutStatus.ACCEPTED || p.status() == PayoutStatus.IN_TRANSIT;
    }

    private static void ended(Facts facts, PayoutId id, RailFact fact) {
        accept(facts, id, fact);
        Payout p = facts.payout(id);
        if (!isUnderWay(p)) cameBack(facts, p, fact, false);
        else if (fact.status() == RailFact.Status.CANCELED)
            facts.add(new PayoutCanceled(
                    facts.account(), id, fact.object(), code(fact), p.flow(), p.amount(), fact.created()));
        else
            facts.add(new PayoutFailed(
                    facts.account(), id, fact.object(), code(fact), p.flow(), p.amount(), fact.created()));
    }

    private static void cameBack(Facts facts, Payout p, RailFact fact, boolean duplicate) {
        boolean settled = p.status() == PayoutStatus.PAID || p.status() == PayoutStatus.FOUND_LATE;
        if (!settled && !duplicate) return;
        facts.add(
                fact.status() == RailFact.Status.RETURNED
                        ? new PayoutReturned(
                                facts.account(),
                                p.id(),
                                fact.object(),
                                code(fact),
                                p.flow(),
                                p.amount(),
                                duplicate,
                                fact.created())
                        : new PayoutFailedAfterPaid(
                                facts.account(),
                                p.id(),
                                fact.object(),
                                code(fact),
                                p.flow(),
                                p.amount(),
                                duplicate,
                                fact.created()));
    }

    private static String code(RailFact fact) {
        return fact.failure() == null ? fact.status().name().toLowerCase(java.util.Locale.ROOT) : fact.failure();
    }
}
