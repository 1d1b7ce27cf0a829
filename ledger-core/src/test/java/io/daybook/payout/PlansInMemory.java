package io.daybook.payout;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans of batches, kept in maps. */
public final class PlansInMemory implements BatchPlans {
    private final Map<PayoutBatchId, FrozenContent> contents = new HashMap<>();
    private final Map<PayoutBatchId, List<BatchLine>> lines = new HashMap<>();

    @Override
    public boolean keep(PayoutBatchId batch, FrozenContent content, List<BatchLine> planned, Instant at) {
        boolean isFirst = contents.putIfAbsent(batch, content) == null;
        if (isFirst) lines.put(batch, List.copyOf(planned));
        return isFirst;
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
