package io.daybook.payout;

import io.daybook.kernel.Subject;
import io.daybook.payout.PayoutBatchEvent.BatchDrafted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the rules about a batch look at: never its lines, never their progress.
 *
 * @param draft null before there is one
 * @param content null until it is frozen
 * @param freezer whose choice the frozen lines are
 * @param strays the provider's ids of objects under this batch's keys that nothing of ours explains
 * @param approvers in the order of their approvals
 */
record PayoutBatchState(
        @Nullable BatchDrafted draft,
        BatchStatus status,
        @Nullable FrozenContent content,
        @Nullable Subject freezer,
        List<Subject> approvers,
        boolean restCancelled,
        Set<String> strays) {
    static final PayoutBatchState NONE =
            new PayoutBatchState(null, BatchStatus.DRAFT, null, null, List.of(), false, Set.of());

    /** Whether this person chose whom it pays: by drafting it, or by freezing what the draft came to. */
    boolean isOf(Subject person) {
        return draft != null && draft.maker().equals(person) || person.equals(freezer);
    }

    PayoutBatchState drafted(BatchDrafted event) {
        return new PayoutBatchState(event, BatchStatus.DRAFT, null, null, List.of(), false, strays);
    }

    PayoutBatchState frozen(FrozenContent frozen, Subject by) {
        return new PayoutBatchState(draft, BatchStatus.FROZEN, frozen, by, approvers, restCancelled, strays);
    }

    PayoutBatchState approvedBy(Subject approver) {
        List<Subject> all =
                Stream.concat(approvers.stream(), Stream.of(approver)).toList();
        return new PayoutBatchState(draft, BatchStatus.APPROVED, content, freezer, all, restCancelled, strays);
    }

    PayoutBatchState in(BatchStatus next) {
        return new PayoutBatchState(draft, next, content, freezer, approvers, restCancelled, strays);
    }

    PayoutBatchState withoutRest() {
        return new PayoutBatchState(draft, BatchStatus.EXECUTING, content, freezer, approvers, true, strays);
    }

    PayoutBatchState noting(String stray) {
        Set<String> more = new HashSet<>(strays);
        more.add(stray);
        return new PayoutBatchState(draft, status, content, freezer, approvers, restCancelled, Set.copyOf(more));
    }
}
