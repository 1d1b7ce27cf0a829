package io.daybook.payout.engine;

import io.daybook.account.AccountCommand.RepeatStep;
import io.daybook.kernel.Outcome;
import io.daybook.rail.Instruction;
import io.daybook.rail.PayoutRail;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Lets instructions leave: the first time, and once more under the same key, only while all of it is still wanted. */
final class Departures {
    private final PayoutRail rail;
    private final Lane lane;
    private final Orders orders;
    private final Payabilities payabilities;
    private final Brakes brakes;
    private final InstantSource clock;

    Departures(
            PayoutRail rail, Lane lane, Orders orders, Payabilities payabilities, Brakes brakes, InstantSource clock) {
        this.rail = rail;
        this.lane = lane;
        this.orders = orders;
        this.payabilities = payabilities;
        this.brakes = brakes;
        this.clock = clock;
    }

    Sending leave(Step step, Instruction instruction, Instant intended) throws InterruptedException {
        return lane.send(step.batch(), instruction, () -> lastLook(step), () -> keyLives(intended));
    }

    /** Who was blocked while it waited for its turn is not paid. */
    private Optional<String> lastLook(Step step) {
        return payabilities.lead(step.account().contractor(), step.destination())
                ? brakes.on(step.account().contractor(), step.account())
                        .or(() -> brakes.on(step.account(), step.payout(), step.attempt()))
                : Optional.of("not-payable");
    }

    /**
     * What was held back may never have left: who must not be paid any more is not, and it is only looked for. The account
     * decides, on what the contractor is now; a batch that was given up is none of its facts.
     */
    boolean mayBeRepeated(Step step) {
        if (brakes.on(step.batch()).isPresent()
                || brakes.on(step.account().contractor(), step.account()).isPresent()
                || brakes.restCancelled(step.batch())) return false;
        RepeatStep wish = new RepeatStep(
                step.account(),
                step.payout(),
                step.intent().step(),
                step.intent().attempt(),
                payabilities.of(step.account().contractor()),
                clock.instant());
        return orders.intend(wish, step.batch().value()) instanceof Outcome.Done;
    }

    boolean keyLives(Instant intended) {
        return clock.instant().isBefore(intended.plus(rail.keyLifetime()));
    }
}
