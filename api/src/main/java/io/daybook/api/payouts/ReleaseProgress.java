package io.daybook.api.payouts;

import io.daybook.api.operations.OperationKind;
import io.daybook.api.operations.OperationRun;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchView;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Follows the sending of a released batch; has ended when no line waits to be sent. What banks answer comes later. */
@Component
final class ReleaseProgress implements OperationKind {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final BatchPages pages;

    ReleaseProgress(BatchPages pages) {
        this.pages = pages;
    }

    record Input(String batch) {}

    static String operationOf(PayoutBatchId batch) {
        return "operation-release-" + batch.key();
    }

    @Override
    public String name() {
        return "payout-release";
    }

    @Override
    public void carryOut(OperationRun run) throws InterruptedException {
        String id = run.input(Input.class).batch();
        long shown = 0;
        while (true) {
            PayoutBatchView batch = pages.find(id);
            BatchJson.Counts counts = pages.counts(batch);
            run.total(batch.lines());
            if (counts.sent() > shown) run.done(counts.sent() - shown);
            shown = Math.max(shown, counts.sent());
            run.result(counts);
            if (counts.sent() >= batch.lines() || !batch.status().underWay()) return;
            Thread.sleep(PAUSE);
        }
    }
}
