package io.daybook.payout.engine;

import io.daybook.account.PayoutStatus;
import io.daybook.funding.FundingCommand.SettleFunding;
import io.daybook.funding.FundingPoolId;
import io.daybook.payout.PayoutBatchCommand.CompleteBatch;
import io.daybook.payout.PayoutBatchView;
import io.daybook.payout.PayoutBatchViews.ToSettle;
import java.time.InstantSource;
import java.util.Map;

/** Completes batches in which no line waits any more, and gives back what they reserved and did not spend. */
final class BatchEnds {
    private static final int AT_A_TIME = 20;

    private final String rail;
    private final EngineViews views;
    private final Orders orders;
    private final InstantSource clock;

    BatchEnds(String rail, EngineViews views, Orders orders, InstantSource clock) {
        this.rail = rail;
        this.views = views;
        this.orders = orders;
        this.clock = clock;
    }

    void check() {
        if (!views.progress().isFresh()) return;
        for (PayoutBatchView batch : views.batches().underWay(rail)) complete(batch);
        for (ToSettle batch : views.batches().toSettle(rail, AT_A_TIME)) settle(batch);
    }

    private void complete(PayoutBatchView batch) {
        if (views.accounts().anyWaits(batch.id().value())) return;
        Map<PayoutStatus, Long> counts = views.accounts().counts(batch.id().value());
        long dropped = views.accounts().droppedCount(batch.id().value());
        long payouts = counts.values().stream().mapToLong(Long::longValue).sum();
        // Asked twice: the first time cheaply, now of the very counts that are written down.
        boolean waits = counts.keySet().stream().anyMatch(PayoutStatus::waits);
        if (waits || payouts + dropped < batch.lines()) return;
        long paid = counts.getOrDefault(PayoutStatus.PAID, 0L);
        orders.give(
                new CompleteBatch(batch.id(), paid, payouts - paid, dropped, clock.instant()),
                batch.id().value());
    }

    private void settle(ToSettle batch) {
        FundingPoolId pool = FundingPoolId.of(rail, batch.spent().currency());
        orders.once(
                new SettleFunding(pool, batch.batch().value(), batch.spent(), clock.instant()),
                "settle:" + batch.batch().value() + ":" + batch.position() + ":"
                        + batch.spent().minor(),
                batch.batch().value());
    }
}
