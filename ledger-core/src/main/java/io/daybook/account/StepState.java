package io.daybook.account;

import io.daybook.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where one step of a payout stands.
 *
 * @param attempt of this step; 0 before the first
 * @param in the payout's attempt in which it was begun
 * @param object the provider's id, once known
 */
record StepState(
        int attempt,
        int in,
        Phase phase,
        Money amount,
        @Nullable String object) {
    enum Phase {
        NONE,
        INTENT,
        UNKNOWN,
        DONE,
        /** A definite no: refused, failed or canceled. */
        REFUSED,
        ABSENT
    }

    boolean isOpen() {
        return phase == Phase.INTENT || phase == Phase.UNKNOWN;
    }

    StepState at(Phase next) {
        return new StepState(attempt, in, next, amount, object);
    }

    StepState done(@Nullable String id) {
        return new StepState(attempt, in, Phase.DONE, amount, id);
    }

    /** @param carried the attempt that an object carries, 0 for none */
    boolean fits(int carried) {
        return carried == 0 || carried == attempt;
    }
}
