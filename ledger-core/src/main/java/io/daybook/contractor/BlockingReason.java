package io.daybook.contractor;

/** Why a contractor cannot be paid now. None of them moves money; all of them stop reserving and submitting. */
public enum BlockingReason {
    KYC,
    TAX_FORM,
    PAYOUT_DESTINATION,
    /** Follows from when the destination changed and the reader's clock; never raised or cleared. */
    DESTINATION_COOLDOWN,
    SANCTIONS,
    /** Stands while any hold without an amount stands. */
    MANUAL_HOLD
}
