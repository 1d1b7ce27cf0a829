package io.daybook.payout.engine;

import java.time.Duration;
import java.util.List;

/**
 * How fast a rail is used.
 *
 * @param requestsPerSecond of each kind of request; 0 is without limit
 * @param maxInFlight calls that may wait for an answer at a time
 * @param pollInterval after which a payout that is not final is first asked for
 * @param unknownDelays after an unknown answer, before the next try; the last one repeats
 */
public record RailPace(int requestsPerSecond, int maxInFlight, Duration pollInterval, List<Duration> unknownDelays) {
    private static final int MOST_LOOKS_AT_ONCE = 8;

    private static final List<Duration> USUAL_DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(15),
            Duration.ofHours(1));

    /** For a rail in the same process. */
    public static final RailPace UNLIMITED = new RailPace(0, 64, Duration.ofSeconds(30), List.of());

    public RailPace {
        unknownDelays = unknownDelays.isEmpty() ? USUAL_DELAYS : List.copyOf(unknownDelays);
    }

    /** How many things are looked at together where one look is many. */
    public int looksAtOnce() {
        return Math.min(MOST_LOOKS_AT_ONCE, maxInFlight);
    }

    /** @param unknowns how often the answer was unknown so far, from 1 */
    Duration delayAfter(int unknowns) {
        return unknownDelays.get(Math.clamp(unknowns - 1L, 0, unknownDelays.size() - 1));
    }
}
