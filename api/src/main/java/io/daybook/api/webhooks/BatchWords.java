package io.daybook.api.webhooks;

import io.daybook.kernel.Recorded;
import io.daybook.payout.PayoutBatchEvent;
import io.daybook.payout.PayoutBatchEvent.BatchApproved;
import io.daybook.payout.PayoutBatchEvent.BatchCancelled;
import io.daybook.payout.PayoutBatchEvent.BatchCompleted;
import io.daybook.payout.PayoutBatchEvent.BatchDrafted;
import io.daybook.payout.PayoutBatchEvent.BatchFrozen;
import io.daybook.payout.PayoutBatchEvent.BatchPaused;
import io.daybook.payout.PayoutBatchEvent.BatchReleased;
import io.daybook.payout.PayoutBatchEvent.BatchResumed;
import io.daybook.payout.PayoutBatchEvent.ExecutionBegun;
import io.daybook.payout.PayoutBatchEvent.RestCancelled;
import io.daybook.payout.PayoutBatchEvent.StrayObjectNoted;
import java.util.Optional;

/** What is said about batches. */
final class BatchWords {
    private BatchWords() {}

    static Optional<Body> of(Recorded fact, PayoutBatchEvent event) {
        return switch (event) {
            case BatchDrafted e ->
                say(MessageType.BATCH_DRAFTED, fact, e)
                        .map(body -> body.with("reference", e.reference()).with("rail", e.rail()));
            case BatchFrozen e -> say(MessageType.BATCH_FROZEN, fact, e);
            case BatchApproved e -> say(MessageType.BATCH_APPROVED, fact, e);
            case BatchReleased e -> say(MessageType.BATCH_RELEASED, fact, e).map(body -> body.with("total", e.total()));
            case BatchPaused e -> say(MessageType.BATCH_PAUSED, fact, e);
            case BatchResumed e -> say(MessageType.BATCH_RESUMED, fact, e);
            case BatchCancelled e -> say(MessageType.BATCH_CANCELED, fact, e);
            case RestCancelled e -> say(MessageType.BATCH_CANCELED, fact, e);
            case BatchCompleted e ->
                say(MessageType.BATCH_COMPLETED, fact, e)
                        .map(body -> body.with("status", e.everyLinePaid() ? "COMPLETED" : "PARTIALLY_COMPLETED")
                                .with("paid", e.paid())
                                .with("other", e.other())
                                .with("dropped", e.dropped()));
            case ExecutionBegun e -> Optional.empty();
            case StrayObjectNoted e -> Optional.empty();
        };
    }

    private static Optional<Body> say(MessageType type, Recorded fact, PayoutBatchEvent event) {
        return Optional.of(Body.of(type, fact).with("batch", event.batch().value()));
    }
}
