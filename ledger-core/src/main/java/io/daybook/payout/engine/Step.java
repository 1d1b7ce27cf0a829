package io.daybook.payout.engine;

import io.daybook.account.AccountId;
import io.daybook.account.PayoutDestination;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress.PayoutSubmitted;
import io.daybook.account.PayoutProgress.StepBegun;
import io.daybook.account.PayoutStep;
import io.daybook.account.PayoutView;
import io.daybook.account.StepIntent;
import io.daybook.payout.PayoutBatchId;
import io.daybook.rail.Instruction;

/**
 * A recorded intent and all that is needed to carry it out.
 *
 * @param attempt the payout's; the intent has the step's
 */
record Step(AccountId account, PayoutId payout, int attempt, StepIntent intent, PayoutDestination destination) {
    static Step of(PayoutSubmitted e) {
        return new Step(e.account(), e.payout(), e.attempt(), e.intent(), e.destination());
    }

    static Step of(StepBegun e) {
        return new Step(e.account(), e.payout(), e.attempt(), e.intent(), e.destination());
    }

    static Step of(PayoutView payout, StepIntent intent) {
        return new Step(payout.account(), payout.id(), payout.attempt(), intent, payout.destination());
    }

    /** False for a row that was altered after the intent was recorded. */
    boolean isAsMeant() {
        return intent.isFor(destination);
    }

    PayoutBatchId batch() {
        return PayoutBatchId.of(payout);
    }

    /** @param opened the destination in plain text */
    Instruction instruction(String opened) {
        return intent.step() == PayoutStep.TRANSFER
                ? new Instruction.Transfer(intent.key(), payout.value(), intent.attempt(), intent.amount(), opened)
                : new Instruction.PayOut(intent.key(), payout.value(), intent.attempt(), intent.amount(), opened);
    }
}
