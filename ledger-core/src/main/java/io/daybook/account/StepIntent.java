package io.daybook.account;

import io.daybook.kernel.Hash;
import io.daybook.money.Money;

/**
 * An instruction as it is recorded before it leaves; under one key it never changes.
 *
 * @param attempt counts the tries of this step from 1, after a definite no only
 * @param key {@code {payout}:{step}:{attempt}}, step in lower case
 * @param requestHash SHA-256 in hex of key, amount and the destination's index
 */
public record StepIntent(PayoutStep step, int attempt, String key, String requestHash, Money amount) {
    static StepIntent of(PayoutStep step, int attempt, String key, Money amount, String destination) {
        return new StepIntent(step, attempt, key, hash(key, amount, destination), amount);
    }

    /** Whether what is about to be sent, read back from wherever, is what was meant. */
    public boolean isFor(PayoutDestination destination) {
        return requestHash.equals(hash(key, amount, destination.account().index()));
    }

    private static String hash(String key, Money amount, String destination) {
        return Hash.sha256Hex(key + ":" + amount.minor() + ":" + amount.currency() + ":" + destination);
    }
}
