package io.daybook.payout.engine;

import io.daybook.kernel.Rider;
import org.jspecify.annotations.Nullable;

/**
 * Whether the log is still the one that this process has looked at, so that nothing of it can have been lost since: the same
 * database in the same run of its server, with the newest event that was seen then. Errors: IllegalStateException when it cannot be
 * asked.
 */
public interface Continuity {
    /**
     * @param run of which server, database and table
     * @param position of the newest event; 0 before the first
     * @param event its id; empty before the first
     */
    record Mark(String run, long position, String event) {}

    Mark mark();

    /**
     * Goes with an intent: where what was the newest event is not there any more, nothing is recorded.
     *
     * @param seen null refuses anyway
     */
    Rider ticket(@Nullable Mark seen);

    /** One look at both, so that no swap can come between. */
    Look since(Mark from);

    /** @param isThere whether what was the newest event then still is; if not, the log was put back for certain */
    record Look(Mark now, boolean isThere, boolean isSameRun) {
        /** Nothing of it can have been lost. */
        boolean hasGoneOn() {
            return isThere && isSameRun;
        }
    }
}
