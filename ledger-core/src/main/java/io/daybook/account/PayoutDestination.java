package io.daybook.account;

import io.daybook.kernel.Findable;

/**
 * Where a payout goes, as the approved line names it.
 *
 * @param version the contractor's count of destinations
 */
public record PayoutDestination(int version, Findable account) {}
