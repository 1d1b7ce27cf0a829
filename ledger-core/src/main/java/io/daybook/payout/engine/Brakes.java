package io.daybook.payout.engine;

import io.daybook.account.AccountId;
import io.daybook.account.PayoutId;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.payout.BatchStatus;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchView;
import io.daybook.payout.PayoutBatchViews;
import io.daybook.payout.engine.SealGate.Hold;
import io.daybook.rail.Instruction;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What may keep the next instruction from leaving: the rail's switch, a paused batch, a lease that ran out, views that lag
 * or lack a fact (a pause, a hold or a new destination may stand in the log and not in them), and a release that is not sealed.
 */
final class Brakes {
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final String rail;
    private final RailSwitch railSwitch;
    private final PayoutBatchViews batches;
    private final BooleanSupplier mayWork;
    private final ProjectionProgress views;
    private final SealGate seal;
    private final SealGate lately;
    private final Ticks ticks;
    private final Map<PayoutBatchId, Seen> seen = new ConcurrentHashMap<>();

    Brakes(
            String rail,
            RailSwitch railSwitch,
            PayoutBatchViews batches,
            BooleanSupplier mayWork,
            ProjectionProgress views,
            SealGate seal,
            Ticks ticks) {
        this.rail = rail;
        this.railSwitch = railSwitch;
        this.batches = batches;
        this.mayWork = mayWork;
        this.views = views;
        this.seal = seal;
        this.lately = seal.lately(ticks);
        this.ticks = ticks;
    }

    /** @param release where it stands in the log; null where nobody released it */
    private record Seen(
            boolean paused, boolean restCancelled, @Nullable Long release, long at) {}

    /** Why no payout of this batch may leave now; empty when it may. */
    Optional<String> on(PayoutBatchId batch) {
        return besideSeal(batch).or(() -> onSeal(batch));
    }

    /** Why nothing of this batch is begun yet, whatever else holds. */
    Optional<String> onSeal(PayoutBatchId batch) {
        return lately.on(batch(batch).release()).map(Hold::code);
    }

    /** The same, of what waits for its turn to leave. */
    Optional<String> on(PayoutBatchId batch, Instruction instruction) {
        return besideSeal(batch).or(() -> onSeal(batch, instruction, lately));
    }

    /** The same at the very last, right before the call: the checkpoint is read anew, after all the rest, because it ages. */
    Optional<String> atLast(PayoutBatchId batch, Instruction instruction) {
        return besideSeal(batch).or(() -> onSeal(batch, instruction, seal));
    }

    /** What only comes back to us may belong to a batch whose release was lost in a restore: it needs somebody who seals, no more. */
    private Optional<String> onSeal(PayoutBatchId batch, Instruction instruction, SealGate gate) {
        Optional<Hold> hold = switch (instruction) {
            case Instruction.Transfer transfer -> gate.on(batch(batch).release());
            case Instruction.PayOut payOut -> gate.on(batch(batch).release());
            case Instruction.Reversal reversal -> gate.onAnything();
        };
        return hold.map(Hold::code);
    }

    /** Why this attempt may not leave now: what let a further one be made must be sealed as its batch's release must. */
    Optional<String> on(AccountId account, PayoutId payout, int attempt) {
        return attempt == 1
                ? Optional.empty()
                : lately.on(seal.releaseOf(account, payout, attempt).orElse(null))
                        .map(Hold::code);
    }

    private Optional<String> besideSeal(PayoutBatchId batch) {
        return onRail().or(() -> lacking(batch.value()).or(() -> lacking(batch.linesStreams())))
                .or(() -> batch(batch).paused() ? Optional.of("batch-paused") : Optional.empty());
    }

    /** Why nothing that was not begun may leave for them now: a hold of theirs may be what the views lack. */
    Optional<String> on(ContractorId contractor, AccountId account) {
        return lacking(contractor.value()).or(() -> lacking(account.value()));
    }

    private Optional<String> lacking(String streams) {
        return views.shows(streams) ? Optional.empty() : Optional.of("facts-parked");
    }

    Optional<String> onRail() {
        return onNode().or(() -> railSwitch.stopped(rail).map(RailSwitch.Stop::code));
    }

    /** Why this node may do nothing at all on the rail now, not even give up what was not sent. */
    Optional<String> onNode() {
        if (!mayWork.getAsBoolean()) return Optional.of("not-in-charge");
        return views.isFresh() ? Optional.empty() : Optional.of("views-behind");
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
        Long release = seal.releaseOf(id).orElse(null);
        return new Seen(
                batch.map(view -> view.status() == BatchStatus.PAUSED).orElse(false),
                batch.map(PayoutBatchView::restCancelled).orElse(false),
                release,
                ticks.nanoTime());
    }
}
