package io.daybook.account;

import java.util.EnumSet;
import java.util.Set;

/** Where a payout stands. No status is final: what a provider reports later is recorded whatever it is. */
public enum PayoutStatus {
    /** Set aside, nothing sent in this attempt yet. */
    RESERVED,
    SUBMITTING,
    /** The provider took the last step. */
    ACCEPTED,
    IN_TRANSIT,
    PAID,
    /** Nobody knows whether the last instruction was carried out. */
    UNKNOWN,
    /** It was looked for and is not there; a person decides. */
    PROVEN_ABSENT,
    REJECTED,
    FAILED,
    CANCELED,
    FAILED_AFTER_PAID,
    RETURNED,
    CLOSED,
    /** It was carried out although its absence was recorded. Behaves like PAID. */
    FOUND_LATE;

    private static final Set<PayoutStatus> WAITING =
            EnumSet.of(RESERVED, SUBMITTING, UNKNOWN, PROVEN_ABSENT, ACCEPTED, IN_TRANSIT);
    private static final Set<PayoutStatus> IN_FLIGHT =
            EnumSet.of(SUBMITTING, UNKNOWN, ACCEPTED, IN_TRANSIT, PROVEN_ABSENT);

    private static final Set<PayoutStatus> OVER = EnumSet.of(PAID, FAILED_AFTER_PAID, RETURNED, CLOSED, FOUND_LATE);

    /** Whether a batch is not complete while one of its payouts stands here. */
    public boolean waits() {
        return WAITING.contains(this);
    }

    /** Whether its money lies in 2030: sent or perhaps sent, not paid, and no definite no is recorded. */
    public boolean inFlight() {
        return IN_FLIGHT.contains(this);
    }

    /** Nothing of it will be sent again. */
    public boolean over() {
        return OVER.contains(this);
    }

    /** A recorded definite no to its last attempt, before any payment. */
    public boolean refused() {
        return this == REJECTED || this == FAILED || this == CANCELED;
    }
}
