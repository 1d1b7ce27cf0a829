package io.daybook.kernel;

import java.util.Set;

/**
 * A rider that lets its order write only where the stream ends as whoever gave it has seen it.
 *
 * @param seqs of the last event that was seen, any of them; with none the order is refused
 */
public record AtRevision(Set<Long> seqs) implements Rider {
    public AtRevision {
        seqs = Set.copyOf(seqs);
    }

    /** Why such an order is refused. It is not kept: the same order may be given at another revision. */
    public record Moved() implements Rejection {
        @Override
        public String code() {
            return "precondition-failed";
        }

        @Override
        public String message() {
            return "This has changed since you read it: read it again, and send the ETag that it has now.";
        }
    }
}
