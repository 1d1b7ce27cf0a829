package io.daybook.account;

import org.jspecify.annotations.Nullable;

/**
 * Through which balances a payout leaves.
 *
 * @param connected the blind index of the connected account; null on rails without them
 */
public record Flow(PayoutRoute route, @Nullable String connected) {}
