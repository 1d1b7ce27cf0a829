package io.daybook.account;

import io.daybook.money.Money;
import java.util.Currency;
import java.util.HashSet;
import java.util.Set;

/**
 * What is known of a payout at its provider.
 *
 * @param over the provider's ids of payouts that will pay nobody any more
 * @param duplicates the provider's ids of payouts that paid a second time
 */
record PayoutSteps(
        StepState transfer, StepState payout, Transfers transfers, Set<String> over, Set<String> duplicates) {
    static PayoutSteps none(Currency currency) {
        Money zero = Money.zero(currency);
        StepState none = new StepState(0, 0, StepState.Phase.NONE, zero, null);
        return new PayoutSteps(none, none, Transfers.none(currency), Set.of(), Set.of());
    }

    PayoutSteps with(PayoutStep step, StepState next) {
        return step == PayoutStep.TRANSFER
                ? new PayoutSteps(next, payout, transfers, over, duplicates)
                : new PayoutSteps(transfer, next, transfers, over, duplicates);
    }

    PayoutSteps with(Transfers next) {
        return new PayoutSteps(transfer, payout, next, over, duplicates);
    }

    PayoutSteps over(String object) {
        return new PayoutSteps(transfer, payout, transfers, plus(over, object), duplicates);
    }

    PayoutSteps duplicate(String object) {
        return new PayoutSteps(transfer, payout, transfers, over, plus(duplicates, object));
    }

    private static Set<String> plus(Set<String> all, String one) {
        Set<String> more = new HashSet<>(all);
        more.add(one);
        return Set.copyOf(more);
    }
}
