package io.daybook.account;

import io.daybook.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transfer or payout as the provider has it, without personal data.
 *
 * @param attempt of the step, as the object carries it; 0 if it carries none
 * @param object the provider's id
 * @param failure the provider's code, when it failed
 * @param trace what the bank network calls it, when known
 * @param created when it came to this status: by the provider's clock where that is known, else when we saw it
 */
public record RailFact(
        PayoutStep step,
        int attempt,
        String object,
        Money amount,
        Status status,
        @Nullable String failure,
        @Nullable String trace,
        Instant created) {
    public enum Status {
        /** A transfer: done at once. */
        DONE,
        /** A transfer: taken back in full. */
        REVERSED,
        PENDING,
        IN_TRANSIT,
        PAID,
        FAILED,
        CANCELED,
        RETURNED;

        /** The money is back, or never left: this object will pay nobody any more. */
        boolean over() {
            return this == FAILED || this == CANCELED || this == RETURNED;
        }
    }
}
