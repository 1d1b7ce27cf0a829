package io.daybook.kernel;

import java.time.Duration;

/** How far the views have followed the log, so that a reader can wait to see what it wrote. */
public interface ProjectionProgress {
    /** The greatest position that every view shows; 0 before the first. */
    long projectedPosition();

    /**
     * Whether every view shows all up to there of the streams whose names begin so, the empty text being all of them. False
     * while a fact of one of them could not be taken in.
     */
    boolean shows(String streams);

    /** True as soon as every view shows {@code position}, false when that takes longer than {@code timeout}. */
    boolean await(long position, Duration timeout);

    /**
     * Whether the views showed all of the log two seconds ago or later. False while they lag, stand still or are made
     * anew: what is read from them then is the past, and no money may leave on it.
     */
    default boolean isFresh() {
        return isWithin(Duration.ofSeconds(2));
    }

    /** Whether the views showed all of the log that long ago or later. */
    boolean isWithin(Duration age);

    /** Waits for the log's head as it is at the call. */
    boolean awaitCaughtUp(Duration timeout);
}
