package io.daybook.api.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a message is tried again: soon at first, then ever more rarely, for the last time three days after the first. */
final class BackOff {
    static final Duration LONGEST = Duration.ofHours(72);
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    /** Thousandths to either side, so that what failed together does not come together again. */
    static final int JITTER = 100;

    private BackOff() {}

    /**
     * The next try; empty when it is given up.
     *
     * @param began when it was due for the first time
     * @param failures tries so far, all of them in vain, 1 or more
     * @param jitter thousandths of the wait to add, from -{@link #JITTER} to {@link #JITTER}
     */
    static Optional<Instant> next(Instant began, int failures, Instant now, int jitter) {
        Instant last = began.plus(LONGEST);
        if (!now.isBefore(last)) return Optional.empty();
        Duration wait = WAITS.get(Math.min(failures, WAITS.size()) - 1);
        Instant next = now.plus(wait).plus(wait.multipliedBy(jitter).dividedBy(1_000));
        return Optional.of(next.isBefore(last) ? next : last);
    }
}
