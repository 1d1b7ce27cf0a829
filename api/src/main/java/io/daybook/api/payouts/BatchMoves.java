package io.daybook.api.payouts;

import io.daybook.account.PayoutView;
import io.daybook.api.payouts.NextMove.By;
import io.daybook.payout.BatchStatus;
import io.daybook.payout.PayoutBatchView;
import io.daybook.payout.engine.EngineStore;
import io.daybook.payout.engine.RailSwitch.Stop;
import io.daybook.payout.engine.SealGate;
import io.daybook.payout.engine.SealGate.Hold;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of every batch whose move it is, and what keeps it from going on. */
@Component
final class BatchMoves {
    private final EngineStore store;
    private final SealGate seal;

    BatchMoves(EngineStore store, SealGate seal) {
        this.store = store;
        this.seal = seal;
    }

    /** SEAL while nothing else keeps it from being sent; null otherwise. */
    PayoutView.@Nullable WaitsFor waitsFor(PayoutBatchView batch) {
        boolean goesOn = batch.status() == BatchStatus.RELEASED || batch.status() == BatchStatus.EXECUTING;
        return goesOn
                        && held(batch).isPresent()
                        && store.railSwitch().stopped(batch.rail()).isEmpty()
                ? PayoutView.WaitsFor.SEAL
                : null;
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

    private NextMove underWay(PayoutBatchView batch) {
        return batch.restCancelled()
                ? new NextMove(By.DAYBOOK, "Its rest was cancelled. Daybook gives back what was not sent.")
                : held(batch)
                        .map(SealMoves::of)
                        .orElseGet(() ->
                                new NextMove(By.DAYBOOK, "Daybook sends its payouts. Each says what it waits for."));
    }

    private Optional<Hold> held(PayoutBatchView batch) {
        return batch.restCancelled() ? Optional.empty() : seal.on(batch.id());
    }

    private static NextMove stopped(Stop stop) {
        return finance("The rail was stopped by %s at %s (%s): nothing leaves. A checker starts it again."
                .formatted(stop.actor(), stop.at(), stop.code()));
    }

    private static NextMove finance(String what) {
        return new NextMove(By.FINANCE, what);
    }
}
