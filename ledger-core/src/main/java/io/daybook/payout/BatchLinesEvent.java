package io.daybook.payout;

import io.daybook.kernel.DomainEvent;
import java.time.Instant;
import java.util.List;

/** What has happened to one chunk of a batch's lines: it was written, once. */
public sealed interface BatchLinesEvent extends DomainEvent {
    /** @param hash {@link LinesChunk#hash} of the rest */
    record PayoutLinesFrozen(PayoutBatchId batch, int chunk, List<BatchLine> lines, String hash, Instant occurredAt)
            implements BatchLinesEvent {
        public PayoutLinesFrozen {
            lines = List.copyOf(lines);
        }

        @Override
        public String streamId() {
            return batch.linesStream(chunk);
        }
    }
}
