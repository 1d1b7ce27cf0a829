package io.daybook.payout.engine;

import java.util.Optional;

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

    /** The mark now, if the log has gone on from that one; empty if something of it may be gone. */
    Optional<Mark> goOn(Mark from);

    /** Whether what was the newest event then is gone: the log was put back for certain. */
    boolean lacks(Mark from);
}
