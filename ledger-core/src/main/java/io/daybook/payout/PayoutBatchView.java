package io.daybook.payout;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch as clients and the engine see it.
 *
 * @param only whom to pay; empty is everybody
 * @param content null until it is frozen
 * @param approvers in the order of their approvals
 * @param restCancelled whether what was not sent yet is given up
 * @param position of the fact that drafted it: batches in this order are in the order of drafting
 */
public record PayoutBatchView(
        PayoutBatchId id,
        String reference,
        String rail,
        Currency currency,
        Instant cutoff,
        Money minimum,
        List<ContractorId> only,
        Subject maker,
        BatchStatus status,
        @Nullable FrozenContent content,
        List<Subject> approvers,
        boolean restCancelled,
        Instant draftedAt,
        @Nullable Instant releasedAt,
        @Nullable Instant endedAt,
        long position) {
    public PayoutBatchView {
        only = List.copyOf(only);
        approvers = List.copyOf(approvers);
    }

    /** How many lines are frozen; zero before. */
    public int lines() {
        return content == null ? 0 : content.lines();
    }

    /** What the frozen lines come to; zero before. */
    public Money total() {
        return content == null ? Money.zero(currency) : content.total();
    }
}
