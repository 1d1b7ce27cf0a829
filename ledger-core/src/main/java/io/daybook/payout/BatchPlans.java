package io.daybook.payout;

import io.daybook.contractor.ContractorId;
import io.daybook.payout.Preview.Excluded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a batch is going to be frozen as from before the first chunk is written, so that freezing which was
 * interrupted goes on with the same lines.
 */
public interface BatchPlans {
    /** The first plan for a batch stays; a later one changes nothing. Answers whether this is the first. */
    boolean keep(
            PayoutBatchId batch, FrozenContent content, List<BatchLine> lines, List<Excluded> excluded, Instant at);

    /** Whom the first plan left out and why, in the order of ids, those after {@code after}; null begins. */
    List<Excluded> excluded(PayoutBatchId batch, @Nullable ContractorId after, int limit);

    Optional<FrozenContent> content(PayoutBatchId batch);

    /** In order; none once they were forgotten. */
    List<BatchLine> lines(PayoutBatchId batch);

    /** The lines lie in the log now: the copy is not needed, its content's hash stays. */
    void forgetLines(PayoutBatchId batch);
}
