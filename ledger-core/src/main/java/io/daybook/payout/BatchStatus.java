package io.daybook.payout;

import java.util.EnumSet;
import java.util.Set;

/** Where a batch stands. */
public enum BatchStatus {
    /** A preview; nothing is fixed. */
    DRAFT,
    /** The lines are written and named by their hash. */
    FROZEN,
    /** A second person approved exactly that hash. */
    APPROVED,
    /** Funded; the engine begins as soon as it can. */
    RELEASED,
    EXECUTING,
    PAUSED,
    /** Every line was paid. */
    COMPLETED,
    /** Every line came to an end, not all of them by being paid. */
    PARTIALLY_COMPLETED,
    /** Before its release; nothing of it was ever sent. */
    CANCELLED;

    private static final Set<BatchStatus> UNDER_WAY = EnumSet.of(RELEASED, EXECUTING, PAUSED);

    /** Released and not at its end. */
    public boolean underWay() {
        return UNDER_WAY.contains(this);
    }
}
