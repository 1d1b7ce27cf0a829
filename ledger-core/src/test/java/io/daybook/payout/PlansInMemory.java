package io.daybook.payout;

import io.daybook.contractor.ContractorId;
import io.daybook.payout.Preview.Excluded;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans of batches, kept in maps. */
public final class PlansInMemory implements BatchPlans {
    private final Map<PayoutBatchId, FrozenContent> contents = new HashMap<>();
    private final Map<PayoutBatchId, List<BatchLine>> lines = new HashMap<>();

    @Override
    public boolean keep(
            PayoutBatchId batch, FrozenContent content, List<BatchLine> planned, List<Excluded> excluded, Instant at) {
        boolean isFirst = contents.putIfAbsent(batch, content) == null;
        if (isFirst) lines.put(batch, List.copyOf(planned));
        return isFirst;
    }

    @Override
    public List<Excluded> excluded(PayoutBatchId batch, @Nullable ContractorId after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<FrozenContent> content(PayoutBatchId batch) {
        return Optional.ofNullable(contents.get(batch));
    }

    @Override
    public List<BatchLine> lines(PayoutBatchId batch) {
        return lines.getOrDefault(batch, List.of());
    }

    @Override
    public void forgetLines(PayoutBatchId batch) {
        lines.remove(batch);
    }
}
