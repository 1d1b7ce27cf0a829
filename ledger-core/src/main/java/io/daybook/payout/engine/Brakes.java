package io.daybook.payout.engine;

import io.daybook.payout.BatchStatus;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchView;
import io.daybook.payout.PayoutBatchViews;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What may keep the next instruction from leaving: the rail's switch, a paused batch, a lease that ran out, and views
 * that lag: a pause, a hold or a new destination may stand in the log and not yet in them.
 */
final class Brakes {
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final String rail;
    private final RailSwitch railSwitch;
    private final PayoutBatchViews batches;
    private final BooleanSupplier mayWork;
    private final BooleanSupplier viewsAreFresh;
    private final Ticks ticks;
    private final Map<PayoutBatchId, Seen> seen = new ConcurrentHashMap<>();

    Brakes(
            String rail,
            RailSwitch railSwitch,
            PayoutBatchViews batches,
            BooleanSupplier mayWork,
            BooleanSupplier viewsAreFresh,
            Ticks ticks) {
        this.rail = rail;
        this.railSwitch = railSwitch;
        this.batches = batches;
        this.mayWork = mayWork;
        this.viewsAreFresh = viewsAreFresh;
        this.ticks = ticks;
    }

    private record Seen(boolean paused, boolean restCancelled, long at) {}

    /** Why nothing of this batch may leave now; empty when it may. */
    Optional<String> on(PayoutBatchId batch) {
        return onRail().or(() -> batch(batch).paused() ? Optional.of("batch-paused") : Optional.empty());
    }

    Optional<String> onRail() {
        if (!mayWork.getAsBoolean()) return Optional.of("not-in-charge");
        if (!viewsAreFresh.getAsBoolean()) return Optional.of("views-behind");
        return railSwitch.stopped(rail).map(RailSwitch.Stop::code);
    }

    /** Whether what was not sent yet is given up. */
    boolean restCancelled(PayoutBatchId batch) {
        return batch(batch).restCancelled();
    }

    private Seen batch(PayoutBatchId id) {
        Seen known = seen.get(id);
        return known != null && isFresh(known)
                ? known
                : seen.compute(id, (key, last) -> last != null && isFresh(last) ? last : look(key));
    }

    private boolean isFresh(Seen known) {
        return ticks.nanoTime() - known.at() < FRESH_NANOS;
    }

    private Seen look(PayoutBatchId id) {
        Optional<PayoutBatchView> batch = batches.byId(id);
        return new Seen(
                batch.map(view -> view.status() == BatchStatus.PAUSED).orElse(false),
                batch.map(PayoutBatchView::restCancelled).orElse(false),
                ticks.nanoTime());
    }
}
