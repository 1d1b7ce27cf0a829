package io.daybook.api.payouts;

import io.daybook.account.DropReason;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutStatus;
import io.daybook.account.PayoutView;
import io.daybook.api.http.people.ContractorRef;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import io.daybook.payout.BatchStatus;
import io.daybook.payout.LookAlike;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchView;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A batch on the wire.
 *
 * @param approver the first who approved it
 * @param waitsFor SEAL while its release, or every checkpoint of late, is not anchored; null while it waits for nothing as a whole
 * @param next whose move it is, and what keeps it from going on
 * @param operation follows the sending, once it was released
 * @param preview until it is released, whom it pays how much: as a draft what it would come to now, frozen exactly the lines
 *     under the hash; from then on its payouts and its dropped lines tell
 * @param lookAlikes until it is released, what of it a person should look at twice; null from then on, and in lists
 */
record BatchJson(
        PayoutBatchId id,
        String reference,
        String rail,
        Currency currency,
        Instant cutoff,
        Money minimum,
        BatchStatus status,
        @Nullable String contentHash,
        Subject maker,
        @Nullable Subject approver,
        List<Subject> approvers,
        boolean restCancelled,
        @Nullable Instant releasedAt,
        @Nullable Instant endedAt,
        Totals totals,
        Counts counts,
        PayoutView.@Nullable WaitsFor waitsFor,
        NextMove next,
        @Nullable String operation,
        @Nullable PreviewJson preview,
        @Nullable List<LookAlikeJson> lookAlikes) {
    record Totals(long lines, Money amount) {}

    /** Where the lines of the frozen list stand; they sum to its length. {@code waiting} are not reserved yet. */
    record Counts(
            long reserved,
            long submitting,
            long accepted,
            long inTransit,
            long paid,
            long unknown,
            long provenAbsent,
            long rejected,
            long failed,
            long canceled,
            long failedAfterPaid,
            long returned,
            long closed,
            long foundLate,
            long dropped,
            long waiting) {
        static Counts of(Map<PayoutStatus, Long> payouts, long dropped, long lines) {
            long known = payouts.values().stream().mapToLong(Long::longValue).sum();
            return new Counts(
                    payouts.getOrDefault(PayoutStatus.RESERVED, 0L),
                    payouts.getOrDefault(PayoutStatus.SUBMITTING, 0L),
                    payouts.getOrDefault(PayoutStatus.ACCEPTED, 0L),
                    payouts.getOrDefault(PayoutStatus.IN_TRANSIT, 0L),
                    payouts.getOrDefault(PayoutStatus.PAID, 0L),
                    payouts.getOrDefault(PayoutStatus.UNKNOWN, 0L),
                    payouts.getOrDefault(PayoutStatus.PROVEN_ABSENT, 0L),
                    payouts.getOrDefault(PayoutStatus.REJECTED, 0L),
                    payouts.getOrDefault(PayoutStatus.FAILED, 0L),
                    payouts.getOrDefault(PayoutStatus.CANCELED, 0L),
                    payouts.getOrDefault(PayoutStatus.FAILED_AFTER_PAID, 0L),
                    payouts.getOrDefault(PayoutStatus.RETURNED, 0L),
                    payouts.getOrDefault(PayoutStatus.CLOSED, 0L),
                    payouts.getOrDefault(PayoutStatus.FOUND_LATE, 0L),
                    dropped,
                    Math.max(0, lines - known - dropped));
        }

        /** Lines that nothing needs to be sent for any more, for now. */
        long sent() {
            return accepted
                    + inTransit
                    + paid
                    + unknown
                    + provenAbsent
                    + rejected
                    + failed
                    + canceled
                    + failedAfterPaid
                    + returned
                    + closed
                    + foundLate
                    + dropped;
        }
    }

    record PreviewJson(List<LineJson> lines, List<ExcludedJson> excluded, Money total) {}

    /** @param payout the earlier payout; @param other who is paid to the same place */
    record LookAlikeJson(
            ContractorRef contractor,
            LookAlike.Kind kind,
            @Nullable PayoutId payout,
            @Nullable ContractorRef other) {}

    /** A line that was left out. @param blockingReasons of its contractor, where they are why */
    record DroppedJson(
            PayoutId payout, ContractorRef contractor, Money amount, DropReason reason, List<String> blockingReasons) {}

    record LineJson(ContractorRef contractor, Money amount) {}

    /** @param reason the first of {@code reasons} */
    record ExcludedJson(ContractorRef contractor, String reason, List<String> reasons) {}

    static BatchJson of(
            PayoutBatchView batch,
            Counts counts,
            PayoutView.@Nullable WaitsFor waitsFor,
            NextMove next,
            @Nullable String operation,
            @Nullable PreviewJson preview,
            @Nullable List<LookAlikeJson> lookAlikes) {
        return new BatchJson(
                batch.id(),
                batch.reference(),
                batch.rail(),
                batch.currency(),
                batch.cutoff(),
                batch.minimum(),
                batch.status(),
                batch.content() == null ? null : batch.content().hash(),
                batch.maker(),
                batch.approvers().stream().findFirst().orElse(null),
                batch.approvers(),
                batch.restCancelled(),
                batch.releasedAt(),
                batch.endedAt(),
                new Totals(batch.lines(), batch.total()),
                counts,
                waitsFor,
                next,
                operation,
                preview,
                lookAlikes);
    }
}
