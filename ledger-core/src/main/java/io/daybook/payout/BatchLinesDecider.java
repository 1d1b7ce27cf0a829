package io.daybook.payout;

import static io.daybook.kernel.Decision.accept;
import static io.daybook.kernel.Decision.reject;

import io.daybook.kernel.Decider;
import io.daybook.kernel.Decision;
import io.daybook.payout.BatchLinesCommand.FreezeLines;
import io.daybook.payout.BatchLinesEvent.PayoutLinesFrozen;
import io.daybook.payout.PayoutBatchRejection.ContentChanged;

/** The one rule about frozen lines: written once, never again, never otherwise. The state is their hash, empty before. */
final class BatchLinesDecider {
    static final Decider<BatchLinesCommand, String, BatchLinesEvent> DECIDER =
            new Decider<>("", BatchLinesDecider::decide, BatchLinesDecider::evolve);

    private BatchLinesDecider() {}

    static Decision<BatchLinesEvent> decide(String frozen, BatchLinesCommand command) {
        return switch (command) {
            case FreezeLines(LinesChunk chunk, var at) -> {
                String hash = chunk.hash();
                if (frozen.isEmpty())
                    yield accept(new PayoutLinesFrozen(chunk.batch(), chunk.chunk(), chunk.lines(), hash, at));
                yield frozen.equals(hash) ? accept() : reject(new ContentChanged(chunk.batch(), frozen));
            }
        };
    }

    static String evolve(String frozen, BatchLinesEvent event) {
        return switch (event) {
            case PayoutLinesFrozen e -> e.hash();
        };
    }
}
