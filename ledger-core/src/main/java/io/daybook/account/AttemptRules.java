package io.daybook.account;

import static io.daybook.kernel.Decision.accept;
import static io.daybook.kernel.Decision.reject;

import io.daybook.account.AccountCommand.ContinuePayout;
import io.daybook.account.AccountCommand.RepeatStep;
import io.daybook.account.AccountCommand.SubmitPayout;
import io.daybook.account.AccountRejection.NotPayable;
import io.daybook.account.AccountRejection.PaidOtherwise;
import io.daybook.account.PayoutProgress.PayoutSubmitted;
import io.daybook.account.PayoutProgress.StepBegun;
import io.daybook.account.PayoutReport.PayoutCanceled;
import io.daybook.account.StepState.Phase;
import io.daybook.kernel.Decision;
import io.daybook.money.Money;
import java.util.Locale;

/** The intent of every instruction is recorded here before it may leave. */
final class AttemptRules {
    private AttemptRules() {}

    static Decision<AccountEvent> submit(AccountState s, SubmitPayout c) {
        return Guard.onPayout(s, c.payout(), p -> {
            if (c.attempt() <= p.submitted()) return Guard.nothingNew();
            if (p.status() != PayoutStatus.RESERVED || c.attempt() != p.attempt())
                return Guard.illegal(p, "RESERVED, and attempt " + p.attempt());
            if (!mayPay(p, c.payability()))
                return reject(new NotPayable(c.payability().reasons()));
            return accept(new PayoutSubmitted(
                    c.account(),
                    p.id(),
                    c.attempt(),
                    firstIntent(s, p),
                    p.amount(),
                    p.terms().route(),
                    p.terms().destination(),
                    c.at()));
        });
    }

    private static boolean mayPay(Payout p, Payability payability) {
        return payability.ok() && payability.leadsTo(p.terms().destination());
    }

    /** What already lies unassigned on the contractor's connected account is not transferred again. */
    private static StepIntent firstIntent(AccountState s, Payout p) {
        if (!p.isConnected()) return intent(s, p, PayoutStep.PAYOUT, p.amount());
        Money missing = p.amount().minus(s.payouts().unassigned(p)).floorZero();
        return missing.isZero()
                ? intent(s, p, PayoutStep.PAYOUT, p.amount())
                : intent(s, p, PayoutStep.TRANSFER, missing);
    }

    private static StepIntent intent(AccountState s, Payout p, PayoutStep step, Money amount) {
        int attempt = AdoptRules.lastAttempt(s, p, step) + 1;
        String key = p.id().value() + ":" + step.name().toLowerCase(Locale.ROOT) + ":" + attempt;
        return StepIntent.of(step, attempt, key, amount, p.destination());
    }

    static Decision<AccountEvent> carryOn(AccountState s, ContinuePayout c) {
        return Guard.onPayout(s, c.payout(), p -> {
            if (c.attempt() < p.submitted() || c.attempt() == p.submitted() && p.payoutBegun())
                return Guard.nothingNew();
            if (p.status() != PayoutStatus.SUBMITTING
                    || c.attempt() != p.submitted()
                    || p.step(PayoutStep.TRANSFER).phase() != Phase.DONE)
                return Guard.illegal(p, "SUBMITTING with its transfer done");
            return accept(mayPay(p, c.payability()) && !p.isPaidOtherwise() ? begun(s, p, c) : stopped(p, c));
        });
    }

    /**
     * What was found to have been paid by an earlier attempt is not paid by this one as well, and who must not be paid any more is
     * not. A step that a message has shown to be done may be asked for again: its answer is how the payout goes on.
     */
    static Decision<AccountEvent> repeat(AccountState s, RepeatStep c) {
        return Guard.onPayout(s, c.payout(), p -> {
            if (p.status() != PayoutStatus.SUBMITTING && p.status() != PayoutStatus.UNKNOWN)
                return Guard.illegal(p, "SUBMITTING or UNKNOWN");
            if (p.step(c.step()).attempt() != c.attempt()) return Guard.illegal(p, "this to be its latest attempt");
            if (p.isPaidOtherwise()) return reject(new PaidOtherwise(p.id()));
            return mayPay(p, c.payability())
                    ? Guard.nothingNew()
                    : reject(new NotPayable(c.payability().reasons()));
        });
    }

    private static StepBegun begun(AccountState s, Payout p, ContinuePayout c) {
        StepIntent intent = intent(s, p, PayoutStep.PAYOUT, p.amount());
        return new StepBegun(
                c.account(),
                p.id(),
                c.attempt(),
                intent,
                p.terms().route(),
                p.terms().destination(),
                c.at());
    }

    /** Nothing was asked of the bank yet, so the attempt can end for certain. */
    private static PayoutCanceled stopped(Payout p, ContinuePayout c) {
        String code =
                p.isPaidOtherwise() ? PaidOtherwise.CODE : c.payability().ok() ? "destination-changed" : "blocked";
        return new PayoutCanceled(c.account(), p.id(), null, code, p.flow(), p.amount(), c.at());
    }
}
