package io.daybook.payout.engine;

import io.daybook.account.AccountCommand;
import io.daybook.account.PayoutView;
import io.daybook.rail.Instruction;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at the provider for what a step asked for, by our own reference, and tells the account what else carries it. */
final class LookUp {
    /** Between our clock and the provider's, and then some: what carries our reference is found by it, not by time. */
    static final Duration CLOCK_MARGIN = Duration.ofHours(48);

    private static final Set<RailObject.Status> CAME_BACK =
            Set.of(RailObject.Status.FAILED, RailObject.Status.CANCELED, RailObject.Status.RETURNED);

    private final PayoutRail rail;
    private final Lane lane;
    private final Orders orders;
    private final InstantSource clock;

    LookUp(PayoutRail rail, Lane lane, Orders orders, InstantSource clock) {
        this.rail = rail;
        this.lane = lane;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * @param elsewhere whether a transfer that carries this payout's reference lies on another account: only we make transfers
     * @param byHand whether a transfer that carries it went where it should, and not by this instruction
     */
    record Found(Optional<RailObject> ours, boolean elsewhere, boolean byHand) {}

    /**
     * A later attempt may have been made before, in a stretch of the log that was lost: however long ago that was. Errors:
     * RailUnavailable.
     */
    Found find(Step step, Instruction instruction, Instant intended) throws InterruptedException {
        Instant since = step.attempt() > 1 ? Instant.EPOCH : intended.minus(CLOCK_MARGIN);
        List<RailObject> found = lane.read(() -> rail.find(instruction, since));
        Optional<RailObject> ours = found.stream()
                .filter(object -> Sightings.answers(object, instruction))
                .findFirst();
        observeOthers(step, instruction, found, ours);
        List<RailObject> transfers = found.stream()
                .filter(object ->
                        object.kind() == RailObject.Kind.TRANSFER && object.status() == RailObject.Status.DONE)
                .toList();
        return new Found(
                ours,
                transfers.stream().anyMatch(object -> !Sightings.wentThere(object, instruction)),
                transfers.stream().anyMatch(object -> Sightings.wentThere(object, instruction)));
    }

    /** Tells the account which payouts that carry this one's reference there came back. Errors: RailUnavailable. */
    void tellWhatCameBack(PayoutView payout, String account) throws InterruptedException {
        Instruction any = new Instruction.PayOut("", payout.id().value(), payout.attempt(), payout.amount(), account);
        for (RailObject object : lane.read(() -> rail.find(any, Instant.EPOCH)))
            if (Sightings.wentThere(object, any) && CAME_BACK.contains(object.status()))
                Sightings.order(payout.account(), payout.id(), object, clock.instant())
                        .ifPresent(order -> orders.give(order, payout.batch()));
    }

    private void observeOthers(Step step, Instruction instruction, List<RailObject> found, Optional<RailObject> ours) {
        for (RailObject object : found)
            if (ours.isEmpty() || !object.equals(ours.get()))
                other(step, instruction, object)
                        .ifPresent(order -> orders.give(order, step.batch().value()));
    }

    private Optional<AccountCommand> other(Step step, Instruction instruction, RailObject object) {
        return Sightings.wentThere(object, instruction)
                ? Sightings.order(step.account(), step.payout(), object, clock.instant())
                : Optional.of(Sightings.elsewhere(step.account(), step.payout(), object, clock.instant()));
    }
}
