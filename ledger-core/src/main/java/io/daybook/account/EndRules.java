package io.daybook.account;

import static io.daybook.kernel.Decision.accept;
import static io.daybook.kernel.Decision.reject;

import io.daybook.account.AccountCommand.ClearSuspense;
import io.daybook.account.AccountCommand.ClosePayout;
import io.daybook.account.AccountCommand.ProveAbsent;
import io.daybook.account.AccountCommand.ReleasePayout;
import io.daybook.account.AccountCommand.RetryPayout;
import io.daybook.account.AccountRejection.NotPayable;
import io.daybook.account.AccountRejection.OwnPayout;
import io.daybook.account.AccountRejection.PaidOtherwise;
import io.daybook.account.AccountRejection.RestCancelled;
import io.daybook.account.PayoutProgress.AbsenceProven;
import io.daybook.account.PayoutProgress.PayoutClosed;
import io.daybook.account.PayoutProgress.PayoutReleased;
import io.daybook.account.PayoutProgress.PayoutRetried;
import io.daybook.account.PayoutProgress.SuspenseCleared;
import io.daybook.account.Payouts.Suspended;
import io.daybook.account.StepState.Phase;
import io.daybook.kernel.Decision;
import java.util.Comparator;
import java.util.List;

/** What people decide about a payout that did not get through. */
final class EndRules {
    private EndRules() {}

    static Decision<AccountEvent> proveAbsent(AccountState s, ProveAbsent c) {
        return Guard.onPayout(s, c.payout(), p -> {
            StepState step = p.step(c.step());
            if (step.attempt() == c.attempt() && step.phase() == Phase.ABSENT) return Guard.nothingNew();
            if (p.status() != PayoutStatus.UNKNOWN || step.attempt() != c.attempt() || step.phase() != Phase.UNKNOWN)
                return Guard.illegal(p, "this attempt of this step to be UNKNOWN");
            return accept(new AbsenceProven(c.account(), p.id(), c.step(), c.attempt(), c.evidence(), c.at()));
        });
    }

    static Decision<AccountEvent> release(AccountState s, ReleasePayout c) {
        return Guard.onPayout(s, c.payout(), p -> {
            if (awaitsNewAttempt(p)) return Guard.nothingNew();
            if (c.by().isPartial(c.account())) return reject(new OwnPayout(p.id()));
            if (p.status() != PayoutStatus.PROVEN_ABSENT) return Guard.illegal(p, "PROVEN_ABSENT");
            if (p.isPaidOtherwise()) return reject(new PaidOtherwise(p.id()));
            if (c.restCancelled()) return reject(new RestCancelled(p.id(), p.status()));
            return accept(new PayoutReleased(c.account(), p.id(), p.attempt() + 1, p.amount(), c.at()));
        });
    }

    static Decision<AccountEvent> retry(AccountState s, RetryPayout c) {
        return Guard.onPayout(s, c.payout(), p -> {
            if (awaitsNewAttempt(p)) return Guard.nothingNew();
            if (c.by().isPartial(c.account())) return reject(new OwnPayout(p.id()));
            if (!p.status().refused()) return Guard.illegal(p, "REJECTED, FAILED or CANCELED");
            if (p.isPaidOtherwise()) return reject(new PaidOtherwise(p.id()));
            if (c.restCancelled()) return reject(new RestCancelled(p.id(), p.status()));
            return accept(new PayoutRetried(c.account(), p.id(), p.attempt() + 1, c.at()));
        });
    }

    private static boolean awaitsNewAttempt(Payout p) {
        return p.status() == PayoutStatus.RESERVED && p.submitted() > 0;
    }

    static Decision<AccountEvent> close(AccountState s, ClosePayout c) {
        return Guard.onPayout(s, c.payout(), p -> {
            if (c.by().isPartial(c.account())) return reject(new OwnPayout(p.id()));
            if (p.status() == PayoutStatus.CLOSED) return Guard.nothingNew();
            boolean absent = p.status() == PayoutStatus.PROVEN_ABSENT;
            if (!absent && !p.status().refused() && p.status() != PayoutStatus.RESERVED)
                return Guard.illegal(p, "RESERVED, REJECTED, FAILED, CANCELED or PROVEN_ABSENT");
            Facts facts = new Facts(s, c.account(), c.at());
            if (absent) facts.add(new PayoutReleased(c.account(), p.id(), p.attempt() + 1, p.amount(), c.at()));
            List<EntryPart> parts = p.pieces().stream().map(Piece::part).toList();
            facts.add(new PayoutClosed(c.account(), p.id(), p.amount(), parts, c.at()));
            facts.settleCredit();
            return facts.decision();
        });
    }

    static Decision<AccountEvent> clearSuspense(AccountState s, ClearSuspense c) {
        return Guard.onPayout(s, c.payout(), p -> {
            List<Suspended> suspended = s.payouts().suspended().values().stream()
                    .filter(one -> one.payout().equals(p.id()))
                    .sorted(Comparator.comparing(Suspended::object))
                    .toList();
            if (suspended.isEmpty()) return Guard.nothingNew();
            if (!c.payability().ok())
                return reject(new NotPayable(c.payability().reasons()));
            Facts facts = new Facts(s, c.account(), c.at());
            for (Suspended one : suspended) {
                facts.add(cleared(c, one));
                facts.settleCredit();
            }
            return facts.decision();
        });
    }

    private static SuspenseCleared cleared(ClearSuspense c, Suspended one) {
        return new SuspenseCleared(
                c.account(),
                one.payout(),
                one.object(),
                AccountEntryId.ofReturn(one.payout(), one.object()),
                one.amount(),
                one.earnedAt(),
                c.at());
    }
}
