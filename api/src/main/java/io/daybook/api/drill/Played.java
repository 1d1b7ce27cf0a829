package io.daybook.api.drill;

import io.daybook.rail.simulator.SimulatedProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The time of a drill: the provider's clock and Daybook's, set on together. */
record Played(DrillClient api, SimulatedProvider provider) {
    /** Long enough for a round of looks after each step. */
    private static final Duration BETWEEN_STEPS = Duration.ofSeconds(2);

    /** At once. An instant that has passed is not gone back to. */
    void goTo(Instant instant) throws InterruptedException {
        Duration by = Duration.between(provider.now(), instant);
        if (by.isPositive()) goOn(by);
    }

    void goOn(Duration by) throws InterruptedException {
        provider.advance(by);
        api.post(Payday.MAKER, "/dev/clock", Map.of("advance", by.toString()));
    }

    /** Step by step, so that everything happens in about its own time on both sides. */
    void goOnTo(Instant instant, Duration step) throws InterruptedException {
        while (provider.now().isBefore(instant)) {
            Duration left = Duration.between(provider.now(), instant);
            goOn(left.compareTo(step) < 0 ? left : step);
            Thread.sleep(BETWEEN_STEPS);
        }
    }
}
