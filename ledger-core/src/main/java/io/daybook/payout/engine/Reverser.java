package io.daybook.payout.engine;

import io.daybook.account.AccountCommand.EndReversal;
import io.daybook.account.AccountCommand.TakeBack;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress.ReversalBegun;
import io.daybook.account.PayoutView;
import io.daybook.account.ReversalAnswer;
import io.daybook.kernel.Outcome;
import io.daybook.payout.OpenReversal;
import io.daybook.payout.PayoutBatchId;
import io.daybook.rail.Instruction;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailObject;
import io.daybook.rail.RailResult;
import io.daybook.rail.RailUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes back what lies on connected accounts beyond what is owed, or where nobody is paid any more: intent first, one key a
 * reversal, and looked up before it is sent. One thread at a time.
 */
final class Reverser {
    private static final int AT_A_TIME = 50;
    private static final int LOOKED_AT = 500;
    private static final Duration SETTLING = Duration.ofMinutes(10);
    private static final Duration AFTER_A_NO = Duration.ofHours(6);

    private final PayoutRail rail;
    private final Lane lane;
    private final RailPace pace;
    private final EngineViews views;
    private final Orders orders;
    private final RailSwitch railSwitch;
    private final InstantSource clock;
    private final Map<PayoutId, Instant> notBefore = new HashMap<>();
    private Instant nextRound = Instant.MIN;

    Reverser(
            PayoutRail rail,
            Lane lane,
            RailPace pace,
            EngineViews views,
            Orders orders,
            RailSwitch railSwitch,
            InstantSource clock) {
        this.rail = rail;
        this.lane = lane;
        this.pace = pace;
        this.views = views;
        this.orders = orders;
        this.railSwitch = railSwitch;
        this.clock = clock;
    }

    /** Nothing is taken back while the rail is stopped, or on views that lag. */
    void round() throws InterruptedException {
        Instant now = clock.instant();
        if (!rail.usesConnectedAccounts() || now.isBefore(nextRound)) return;
        nextRound = now.plus(pace.pollInterval());
        if (railSwitch.stopped(rail.name()).isPresent() || !views.progress().isFresh()) return;
        notBefore.values().removeIf(due -> !due.isAfter(now));
        for (OpenReversal open : views.batches().openReversals(rail.name(), AT_A_TIME)) goOn(open);
        for (PayoutId payout : views.batches().mayHaveLeftOver(rail.name(), LOOKED_AT))
            if (!notBefore.containsKey(payout)) {
                Optional<PayoutView> known = views.accounts().payout(payout);
                if (known.isPresent()) begin(known.get());
            }
    }

    private void begin(PayoutView payout) throws InterruptedException {
        String destination = views.contractors()
                .byId(payout.contractor())
                .map(contractor -> contractor.destination())
                .map(present -> present.destination().index())
                .orElse(null);
        TakeBack order = new TakeBack(payout.account(), payout.id(), destination, clock.instant());
        Outcome outcome = orders.intend(order, payout.batch());
        if (orders.written(order, outcome).orElse(null) instanceof ReversalBegun e)
            goOn(new OpenReversal(
                    e.payout(), e.account(), e.attempt(), e.key(), e.transfer(), e.amount(), e.occurredAt()));
        else notBefore.put(payout.id(), clock.instant().plus(pace.pollInterval().multipliedBy(4)));
    }

    /** Looked up first, and however far back: perhaps it was sent, before it was recorded even, if the log lost a stretch. */
    private void goOn(OpenReversal open) throws InterruptedException {
        if (notBefore.containsKey(open.payout())) return;
        Instruction.Reversal instruction = instruction(open);
        List<RailObject> found;
        try {
            found = lane.read(() -> rail.find(instruction, Instant.EPOCH));
        } catch (RailUnavailable e) {
            return;
        }
        Optional<RailObject> ours = found.stream()
                .filter(object -> Sightings.answers(object, instruction))
                .findFirst();
        Instant keyDies = open.begunAt().plus(rail.keyLifetime());
        if (ours.isPresent()) end(open, done(ours.get()));
        else if (clock.instant().isBefore(keyDies)) send(open);
        else if (!clock.instant().isBefore(keyDies.plus(SETTLING))) end(open, new ReversalAnswer.Absent());
    }

    private void send(OpenReversal open) throws InterruptedException {
        Instant keyDies = open.begunAt().plus(rail.keyLifetime());
        Sending sent = lane.send(
                PayoutBatchId.of(open.payout()),
                instruction(open),
                Optional::empty,
                () -> clock.instant().isBefore(keyDies));
        if (!(sent instanceof Sending.Answered(RailResult result))) return;
        switch (result) {
            case RailResult.Accepted(RailObject object) -> end(open, done(object));
            case RailResult.Refused refused -> end(open, new ReversalAnswer.Refused(refused.code()));
            case RailResult.Unknown unknown -> later(open, unknown.answered() ? pace.delayAfter(3) : Duration.ZERO);
            case RailResult.Deferred deferred -> later(open, deferred.retryAfter());
            case RailResult.Halted halted -> halted(open, halted);
        }
    }

    private void halted(OpenReversal open, RailResult.Halted halted) {
        if (halted.wholeRail())
            railSwitch.stop(rail.name(), new RailSwitch.Stop(halted.code(), halted.why(), "daybook", clock.instant()));
        else later(open, AFTER_A_NO);
    }

    private void end(OpenReversal open, ReversalAnswer answer) {
        orders.give(
                new EndReversal(open.account(), open.payout(), open.attempt(), answer, clock.instant()),
                PayoutBatchId.of(open.payout()).value());
        if (!(answer instanceof ReversalAnswer.Done)) later(open, AFTER_A_NO);
    }

    private void later(OpenReversal open, Duration pause) {
        notBefore.put(open.payout(), clock.instant().plus(pause));
    }

    private static ReversalAnswer done(RailObject object) {
        return new ReversalAnswer.Done(object.providerId(), object.amount(), object.created());
    }

    private static Instruction.Reversal instruction(OpenReversal open) {
        return new Instruction.Reversal(
                open.key(), open.payout().value(), open.attempt(), open.amount(), open.transfer());
    }
}
