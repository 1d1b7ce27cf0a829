package io.daybook.rail;

import io.daybook.money.Money;

/** What is asked of a provider. Under one {@link #key} every component stays the same for ever. */
public sealed interface Instruction {
    /** {@code {payout}:{step}:{attempt}}: the same for every try of the same step and attempt. */
    String key();

    /** Our reference, carried by the provider's object. */
    String payout();

    int attempt();

    Money amount();

    /** Our platform balance to the contractor's connected account {@code destination}. */
    record Transfer(String key, String payout, int attempt, Money amount, String destination) implements Instruction {}

    /** From the contractor's connected account (or, on a rail without them, from our balance) to their bank. */
    record PayOut(String key, String payout, int attempt, Money amount, String destination) implements Instruction {}

    /**
     * Takes back what lies on a connected account. {@code transfer} is the provider's id of the transfer to reverse.
     */
    record Reversal(String key, String payout, int attempt, Money amount, String transfer) implements Instruction {}
}
