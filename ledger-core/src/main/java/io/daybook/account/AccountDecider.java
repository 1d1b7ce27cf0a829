package io.daybook.account;

import io.daybook.account.AccountCommand.AdoptObject;
import io.daybook.account.AccountCommand.ApproveAdjustment;
import io.daybook.account.AccountCommand.Both;
import io.daybook.account.AccountCommand.ClearSuspense;
import io.daybook.account.AccountCommand.ClosePayout;
import io.daybook.account.AccountCommand.ContinuePayout;
import io.daybook.account.AccountCommand.CorrectEarnings;
import io.daybook.account.AccountCommand.DropPayout;
import io.daybook.account.AccountCommand.EndReversal;
import io.daybook.account.AccountCommand.GrantAdvance;
import io.daybook.account.AccountCommand.LiftHold;
import io.daybook.account.AccountCommand.ObserveElsewhere;
import io.daybook.account.AccountCommand.ObservePayout;
import io.daybook.account.AccountCommand.PassReviewWindow;
import io.daybook.account.AccountCommand.PlaceHold;
import io.daybook.account.AccountCommand.PostAdjustment;
import io.daybook.account.AccountCommand.PostEarnings;
import io.daybook.account.AccountCommand.ProveAbsent;
import io.daybook.account.AccountCommand.RecordAnswer;
import io.daybook.account.AccountCommand.RecordReversal;
import io.daybook.account.AccountCommand.RecoverAdvance;
import io.daybook.account.AccountCommand.ReleasePayout;
import io.daybook.account.AccountCommand.RemitWithheld;
import io.daybook.account.AccountCommand.RepeatStep;
import io.daybook.account.AccountCommand.ReservePayout;
import io.daybook.account.AccountCommand.RetryPayout;
import io.daybook.account.AccountCommand.SubmitPayout;
import io.daybook.account.AccountCommand.TakeBack;
import io.daybook.account.AccountCommand.WithholdTax;
import io.daybook.account.AccountCommand.WriteOffClawback;
import io.daybook.kernel.Decider;
import io.daybook.kernel.Decision;

/** The rules of one account, by topic; this class only says which rule answers which order. */
final class AccountDecider {
    static final Decider<AccountCommand, AccountState, AccountEvent> DECIDER =
            new Decider<>(AccountState.UNOPENED, AccountDecider::decide, AccountDecider::evolve);

    private AccountDecider() {}

    static Decision<AccountEvent> decide(AccountState before, AccountCommand command) {
        AccountState s = before.opened(command.account());
        return switch (command) {
            case Both c -> DECIDER.both(before, c.first(), c.second());
            case PostEarnings c -> EarningsRules.post(s, c);
            case CorrectEarnings c -> EarningsRules.correct(s, c);
            case PassReviewWindow c -> EarningsRules.passWindow(s, c);
            case PostAdjustment c -> AdjustmentRules.post(s, c);
            case ApproveAdjustment c -> AdjustmentRules.approve(s, c);
            case GrantAdvance c -> OwedRules.grant(s, c);
            case RecoverAdvance c -> OwedRules.recover(s, c);
            case WithholdTax c -> OwedRules.withhold(s, c);
            case RemitWithheld c -> OwedRules.remit(s, c);
            case WriteOffClawback c -> OwedRules.writeOff(s, c);
            case PlaceHold c -> HoldRules.place(s, c);
            case LiftHold c -> HoldRules.lift(s, c);
            case ReservePayout c -> ReserveRules.reserve(s, c);
            case DropPayout c -> ReserveRules.drop(s, c);
            case SubmitPayout c -> AttemptRules.submit(s, c);
            case ContinuePayout c -> AttemptRules.carryOn(s, c);
            case RepeatStep c -> AttemptRules.repeat(s, c);
            case RecordAnswer c -> AnswerRules.answer(s, c);
            case ObservePayout c -> AnswerRules.observe(s, c);
            case ObserveElsewhere c -> AnswerRules.elsewhere(s, c);
            case AdoptObject c -> AdoptRules.adopt(s, c);
            case RecordReversal c -> TransferRules.reverse(s, c);
            case TakeBack c -> ReversalRules.takeBack(s, c);
            case EndReversal c -> ReversalRules.end(s, c);
            case ProveAbsent c -> EndRules.proveAbsent(s, c);
            case ReleasePayout c -> EndRules.release(s, c);
            case RetryPayout c -> EndRules.retry(s, c);
            case ClosePayout c -> EndRules.close(s, c);
            case ClearSuspense c -> EndRules.clearSuspense(s, c);
        };
    }

    static AccountState evolve(AccountState before, AccountEvent event) {
        AccountState s = before.opened(event.account());
        return switch (event) {
            case EntryEvent e -> EntryEvolution.evolve(s, e);
            case PayoutEvent e -> PayoutEvolution.evolve(s, e);
        };
    }
}
