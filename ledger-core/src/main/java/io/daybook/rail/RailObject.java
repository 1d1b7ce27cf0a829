package io.daybook.rail;

import io.daybook.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A transfer, payout or reversal as the provider has it.
 *
 * @param payout our reference, if the object carries one
 * @param attempt of the step, as the object carries it; 0 if it carries none
 * @param connectedAccount the contractor's account at the provider, where the rail has them; a reversal's is its
 *     transfer's
 * @param reverses the provider's id of the transfer that a reversal takes back
 * @param failure the provider's code, when it failed
 * @param trace what the bank network calls it, when known
 * @param created by the provider's clock
 */
public record RailObject(
        Kind kind,
        String providerId,
        Optional<String> payout,
        int attempt,
        Money amount,
        Status status,
        Optional<String> connectedAccount,
        Optional<String> reverses,
        Optional<String> failure,
        Optional<String> trace,
        Instant created) {
    public enum Kind {
        TRANSFER,
        PAYOUT,
        REVERSAL
    }

    /**
     * A transfer or reversal is {@code DONE} at once; {@code PAID} may still become {@code FAILED} or {@code RETURNED}.
     */
    public enum Status {
        DONE,
        REVERSED,
        PENDING,
        IN_TRANSIT,
        PAID,
        FAILED,
        CANCELED,
        RETURNED;

        /** Whether an object that is in this state may still come to that one, because that one is later. */
        public boolean isBefore(Status other) {
            return place() < other.place();
        }

        private int place() {
            return switch (this) {
                case DONE, PENDING -> 0;
                case IN_TRANSIT -> 1;
                case PAID -> 2;
                case REVERSED, FAILED, CANCELED, RETURNED -> 3;
            };
        }
    }
}
