package io.daybook.api.payouts;

import io.daybook.api.payouts.NextMove.By;
import io.daybook.payout.PayoutBatchView;
import io.daybook.payout.engine.EngineStore;
import io.daybook.payout.engine.RailSwitch.Stop;
import org.springframework.stereotype.Component;

/** Says of every batch whose move it is, and what keeps it from going on. */
@Component
final class BatchMoves {
    private final EngineStore store;

    BatchMoves(EngineStore store) {
        this.store = store;
    }

    NextMove of(PayoutBatchView batch) {
        return switch (batch.status()) {
            case DRAFT -> finance("Nothing is fixed yet. Freeze it when its preview is right.");
            case FROZEN -> finance("Somebody other than its maker approves it, by its content hash.");
            case APPROVED -> finance("Somebody other than its maker releases it.");
            case RELEASED, EXECUTING ->
                store.railSwitch()
                        .stopped(batch.rail())
                        .map(BatchMoves::stopped)
                        .orElseGet(() -> underWay(batch));
            case PAUSED ->
                store.railSwitch()
                        .stopped(batch.rail())
                        .map(BatchMoves::stopped)
                        .orElseGet(() -> finance("It is paused. Somebody resumes it, or cancels what was not sent."));
            case COMPLETED, PARTIALLY_COMPLETED ->
                new NextMove(By.NOBODY, "Nothing more is sent by itself. What was not paid says so in its payout.");
            case CANCELLED -> new NextMove(By.NOBODY, "It was cancelled before anything was sent.");
        };
    }

    private static NextMove underWay(PayoutBatchView batch) {
        return batch.restCancelled()
                ? new NextMove(By.DAYBOOK, "Its rest was cancelled. Daybook gives back what was not sent.")
                : new NextMove(By.DAYBOOK, "Daybook sends its payouts. Each says what it waits for.");
    }

    private static NextMove stopped(Stop stop) {
        return finance("The rail was stopped by %s at %s (%s): nothing leaves. A checker starts it again."
                .formatted(stop.actor(), stop.at(), stop.code()));
    }

    private static NextMove finance(String what) {
        return new NextMove(By.FINANCE, what);
    }
}
