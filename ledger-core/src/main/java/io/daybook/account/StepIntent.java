package io.daybook.account;

import io.daybook.money.Money;

/**
 * An instruction as it is recorded before it leaves; under one key it never changes.
 *
 * @param attempt counts the tries of this step from 1, after a definite no only
 * @param key {@code {payout}:{step}:{attempt}}, step in lower case
 * @param requestHash SHA-256 in hex of key, amount and the destination's index
 */
public record StepIntent(PayoutStep step, int attempt, String key, String requestHash, Money amount) {}
