package io.daybook.rail.simulator;

import org.jspecify.annotations.Nullable;

/** A writing request. Two requests are the same when they are equal. */
sealed interface Order {
    /** The connected account on whose behalf it is made; empty for the platform itself. */
    default String account() {
        return "";
    }

    Thing.Labels labels();

    record Transfer(
            long amount,
            String currency,
            String destination,
            @Nullable String group,
            Thing.Labels labels) implements Order {}

    /** {@code amount} 0: all that is left. */
    record Reversal(String transfer, long amount, Thing.Labels labels) implements Order {}

    record Payout(
            String account,
            long amount,
            String currency,
            @Nullable String destination,
            Thing.Labels labels) implements Order {}

    record Cancel(String account, String payout) implements Order {
        @Override
        public Thing.Labels labels() {
            return Thing.Labels.NONE;
        }
    }

    record TopUp(long amount, String currency, Thing.Labels labels) implements Order {}
}
