package io.daybook.account;

import static io.daybook.account.PayoutEvolution.noClaim;

import io.daybook.account.PayoutReport.FoundIn;
import io.daybook.account.PayoutReport.ObjectAdopted;
import io.daybook.account.PayoutReport.PayoutAccepted;
import io.daybook.account.PayoutReport.PayoutCanceled;
import io.daybook.account.PayoutReport.PayoutFailed;
import io.daybook.account.PayoutReport.PayoutFailedAfterPaid;
import io.daybook.account.PayoutReport.PayoutFoundLate;
import io.daybook.account.PayoutReport.PayoutInTransit;
import io.daybook.account.PayoutReport.PayoutMismatchSeen;
import io.daybook.account.PayoutReport.PayoutPaid;
import io.daybook.account.PayoutReport.PayoutRejected;
import io.daybook.account.PayoutReport.PayoutReturned;
import io.daybook.account.PayoutReport.StepUnknown;
import io.daybook.account.PayoutReport.TransferDone;
import io.daybook.account.PayoutReport.TransferIdentified;
import io.daybook.account.PayoutReport.TransferReversed;
import io.daybook.account.StepState.Phase;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a provider's facts change an account. */
final class ReportEvolution {
    private ReportEvolution() {}

    static AccountState evolve(AccountState s, PayoutReport event) {
        return switch (event) {
            case StepUnknown e ->
                change(
                        s,
                        e,
                        p -> p.at(PayoutStatus.UNKNOWN)
                                .with(e.step(), p.step(e.step()).at(Phase.UNKNOWN)));
            case TransferDone e -> transferred(s, e);
            case TransferIdentified e ->
                change(s, e, p -> p.with(steps -> steps.with(steps.transfers().identify(e.object(), e.amount()))));
            case TransferReversed e -> reversed(s, e);
            case PayoutAccepted e -> accepted(s, e);
            case PayoutInTransit e -> change(s, e, p -> p.at(PayoutStatus.IN_TRANSIT));
            case PayoutPaid e -> change(s, e, p -> p.settled(PayoutStatus.PAID));
            case PayoutRejected e -> change(s, e, p -> rejected(p, e.step()));
            case PayoutFailed e -> back(s, e, PayoutStatus.FAILED, e.object());
            case PayoutCanceled e -> back(s, e, PayoutStatus.CANCELED, e.object());
            case PayoutFailedAfterPaid e ->
                cameBack(s, e, e.object(), e.duplicate() ? null : PayoutStatus.FAILED_AFTER_PAID);
            case PayoutReturned e -> cameBack(s, e, e.object(), e.duplicate() ? null : PayoutStatus.RETURNED);
            case PayoutFoundLate e -> foundLate(s, e);
            case PayoutMismatchSeen e -> mismatched(s, e);
            case ObjectAdopted e -> s.with(s.memory().withAdopted(e.payout(), e.fact()));
        };
    }

    private static AccountState change(AccountState s, PayoutEvent e, UnaryOperator<Payout> how) {
        return s.with(how.apply(s.payouts().get(e.payout())));
    }

    private static AccountState transferred(AccountState s, TransferDone e) {
        Payout p = s.payouts().get(e.payout());
        String object = e.object();
        Payout known = p.with(steps -> steps.with(
                object == null
                        ? steps.transfers().assume(e.amount())
                        : steps.transfers().found(object, e.amount())));
        Payout next = e.late()
                ? known
                : known.with(PayoutStep.TRANSFER, p.step(PayoutStep.TRANSFER).done(object))
                        .at(PayoutStatus.SUBMITTING)
                        .claiming(p.amount());
        return s.with(s.payouts().put(next).moved(p, e.amount()));
    }

    private static AccountState reversed(AccountState s, TransferReversed e) {
        Payout p = s.payouts().get(e.payout());
        Payout next = p.with(steps -> steps.with(steps.transfers().reverse(e.reversal(), e.transfer(), e.amount())));
        return s.with(s.payouts().put(next).moved(p, e.amount().negated()));
    }

    private static AccountState accepted(AccountState s, PayoutAccepted e) {
        Payout p = s.payouts().get(e.payout());
        StepState step = new StepState(e.attempt(), p.submitted(), Phase.DONE, p.amount(), e.object());
        Payout next = p.at(PayoutStatus.ACCEPTED).with(PayoutStep.PAYOUT, step).claiming(noClaim(p));
        return s.with(s.payouts().put(next).moved(p, p.amount().negated()));
    }

    private static Payout rejected(Payout p, PayoutStep step) {
        Payout next = p.at(PayoutStatus.REJECTED).with(step, p.step(step).at(Phase.REFUSED));
        return step == PayoutStep.TRANSFER ? next.claiming(noClaim(p)) : next;
    }

    /** Failed or canceled before it was paid: what had left the connected account is there again, for a retry. */
    private static AccountState back(AccountState s, PayoutReport e, PayoutStatus status, @Nullable String object) {
        Payout p = s.payouts().get(e.payout());
        if (object == null) return s.with(p.at(status));
        Payout next = p.at(status)
                .with(PayoutStep.PAYOUT, p.step(PayoutStep.PAYOUT).at(Phase.REFUSED))
                .with(steps -> steps.over(object));
        Payout claiming = p.isConnected() ? next.claiming(p.amount()) : next;
        return s.with(s.payouts().put(claiming).moved(p, p.amount()));
    }

    /** After it was paid: it lies on the connected account unassigned, and in suspense. @param status null for a duplicate */
    private static AccountState cameBack(AccountState s, PayoutReport e, String object, @Nullable PayoutStatus status) {
        Payout p = s.payouts().get(e.payout());
        Payout next = p.with(steps -> steps.over(object));
        Payout settled = status == null ? next : next.settled(status);
        AccountState after = s.with(s.payouts().put(settled).moved(p, p.amount()));
        return PayoutEvolution.suspended(after, p, object);
    }

    private static AccountState foundLate(AccountState s, PayoutFoundLate e) {
        AccountState taken = e.from() == FoundIn.AVAILABLE ? EntryEvolution.take(s, e.taken()) : s;
        Payout p = s.payouts().get(e.payout());
        Payout next = e.duplicate()
                ? p.with(steps -> steps.duplicate(e.object()))
                : p.settled(PayoutStatus.FOUND_LATE)
                        .with(PayoutStep.PAYOUT, p.step(PayoutStep.PAYOUT).done(e.object()))
                        .claiming(noClaim(p));
        return taken.with(taken.payouts().put(next).moved(p, p.amount().negated()));
    }

    private static AccountState mismatched(AccountState s, PayoutMismatchSeen e) {
        AccountState noted = s.with(s.memory().withMismatch(mismatch(e)));
        String object = e.object();
        if (e.kind() != MismatchKind.FOUND_WITHOUT_EFFECT || object == null) return noted;
        return change(noted, e, p -> p.with(steps -> steps.over(object)));
    }

    /** What makes two mismatches the same. */
    static String mismatch(PayoutMismatchSeen e) {
        return e.kind() + ":" + e.payout().value() + ":" + e.step() + ":" + e.object();
    }
}
