package io.daybook.payout;

import io.daybook.kernel.Subject;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch's row in memory, fact by fact. */
final class BatchRow {
    private BatchRow() {}

    static @Nullable PayoutBatchView changed(@Nullable PayoutBatchView before, PayoutBatchEvent event, long position) {
        if (event instanceof BatchDrafted e) return before == null ? drafted(e, position) : before;
        if (before == null) return null;
        return switch (event) {
            case BatchDrafted e -> before;
            case StrayObjectNoted e -> before;
            case BatchFrozen e -> with(before, BatchStatus.FROZEN, e.content(), before.approvers(), null, null);
            case BatchApproved e -> {
                List<Subject> approvers = new ArrayList<>(before.approvers());
                approvers.add(e.approver());
                yield with(before, BatchStatus.APPROVED, before.content(), approvers, null, null);
            }
            case BatchReleased e ->
                with(before, BatchStatus.RELEASED, before.content(), before.approvers(), e.occurredAt(), null);
            case ExecutionBegun e -> in(before, BatchStatus.EXECUTING, null);
            case BatchPaused e -> in(before, BatchStatus.PAUSED, null);
            case BatchResumed e -> in(before, BatchStatus.EXECUTING, null);
            case RestCancelled e -> cancelled(in(before, BatchStatus.EXECUTING, null));
            case BatchCancelled e -> in(before, BatchStatus.CANCELLED, e.occurredAt());
            case BatchCompleted e ->
                in(before, e.everyLinePaid() ? BatchStatus.COMPLETED : BatchStatus.PARTIALLY_COMPLETED, e.occurredAt());
        };
    }

    private static PayoutBatchView drafted(BatchDrafted e, long position) {
        return new PayoutBatchView(
                e.batch(),
                e.reference(),
                e.rail(),
                e.currency(),
                e.cutoff(),
                e.minimum(),
                e.only(),
                e.maker(),
                BatchStatus.DRAFT,
                null,
                List.of(),
                false,
                e.occurredAt(),
                null,
                null,
                position);
    }

    private static PayoutBatchView in(PayoutBatchView b, BatchStatus status, @Nullable Instant endedAt) {
        return with(b, status, b.content(), b.approvers(), b.releasedAt(), endedAt);
    }

    private static PayoutBatchView with(
            PayoutBatchView b,
            BatchStatus status,
            @Nullable FrozenContent content,
            List<Subject> approvers,
            @Nullable Instant releasedAt,
            @Nullable Instant endedAt) {
        return new PayoutBatchView(
                b.id(),
                b.reference(),
                b.rail(),
                b.currency(),
                b.cutoff(),
                b.minimum(),
                b.only(),
                b.maker(),
                status,
                content,
                approvers,
                b.restCancelled(),
                b.draftedAt(),
                releasedAt,
                endedAt,
                b.position());
    }

    private static PayoutBatchView cancelled(PayoutBatchView b) {
        return new PayoutBatchView(
                b.id(),
                b.reference(),
                b.rail(),
                b.currency(),
                b.cutoff(),
                b.minimum(),
                b.only(),
                b.maker(),
                b.status(),
                b.content(),
                b.approvers(),
                true,
                b.draftedAt(),
                b.releasedAt(),
                b.endedAt(),
                b.position());
    }
}
