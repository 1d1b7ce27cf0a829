package io.daybook.payout;

import io.daybook.kernel.DomainCommand;
import java.time.Instant;

/** What a stream of frozen lines can be told. */
public sealed interface BatchLinesCommand extends DomainCommand {
    record FreezeLines(LinesChunk chunk, Instant at) implements BatchLinesCommand {
        @Override
        public String streamId() {
            return chunk.batch().linesStream(chunk.chunk());
        }
    }
}
