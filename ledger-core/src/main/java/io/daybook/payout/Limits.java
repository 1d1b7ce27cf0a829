package io.daybook.payout;

import io.daybook.payout.PayoutBatchViews.Exposure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Above which a batch needs two approvals. Units: minor units of the batch's currency; null is no limit. */
public record Limits(
        @Nullable Long payout,
        @Nullable Long contractorDay,
        @Nullable Long batch,
        @Nullable Long day) {
    public static final Limits NONE = new Limits(null, null, null, null);

    /** The limits gone beyond, by their configuration keys. */
    public List<String> exceededBy(Exposure exposure) {
        List<String> exceeded = new ArrayList<>();
        add(exceeded, "daybook.limits.payout", payout, exposure.line());
        add(exceeded, "daybook.limits.contractor-day", contractorDay, exposure.contractorDay());
        add(exceeded, "daybook.limits.batch", batch, exposure.batch());
        add(exceeded, "daybook.limits.day", day, exposure.day());
        return List.copyOf(exceeded);
    }

    private static void add(List<String> exceeded, String key, @Nullable Long limit, long value) {
        if (limit != null && value > limit) exceeded.add(key);
    }
}
