package io.daybook.payout.engine;

import java.time.Duration;
import java.util.Optional;

/** How far the log is sealed: what of it lies under a signed checkpoint that stands in the anchor folder. */
@FunctionalInterface
public interface SealedLog {
    /**
     * The newest checkpoint that was written there; empty before the first. Asked a few times a second, on every node that sends,
     * whichever of them seals. Errors: IllegalStateException when it cannot be asked; then nothing leaves.
     */
    Optional<Anchored> newest();

    /**
     * @param position of the newest event under it: this one and all before it are sealed; 0 for a log without events
     * @param age since it was last signed or confirmed to stand there, by one clock for both ends: two nodes' clocks may differ by
     *     more than it may be old
     */
    record Anchored(long position, Duration age) {
        /** The oldest that money leaves under. */
        public static final Duration YOUNG = Duration.ofSeconds(60);

        /** Whether somebody still seals: under an old one nothing leaves, whatever it covers. */
        public boolean isYoung() {
            return age.compareTo(YOUNG) < 0;
        }

        public boolean covers(long of) {
            return of <= position;
        }
    }
}
