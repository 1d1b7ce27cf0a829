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

    /** Whether its last attempt's failure is what it is about: not once another attempt is under way or has paid. */
    public boolean hasFailed() {
        return refused() || this == FAILED_AFTER_PAID || this == RETURNED || this == CLOSED;
    }

    /** All that a person may do about it now, as a sentence. */
    String movesInWords() {
        return switch (this) {
            case REJECTED, FAILED, CANCELED -> "From here it can be retried or closed.";
            case PROVEN_ABSENT -> "From here it can be released or closed.";
            case RESERVED -> "From here it can be closed.";
            case SUBMITTING, ACCEPTED, IN_TRANSIT, UNKNOWN ->
                "From here only the provider's word moves it: there is nothing to do by hand.";
            case PAID, FAILED_AFTER_PAID, RETURNED, CLOSED, FOUND_LATE -> "From here there is nothing to do by hand.";
        };
    }

    /** A recorded definite no to its last attempt, before any payment. */
    public boolean refused() {
        return this == REJECTED || this == FAILED || this == CANCELED;
    }
}
