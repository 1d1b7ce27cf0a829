package io.daybook.api.payouts;

import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import java.time.Duration;
import java.time.Instant;

/** Somebody has seen an alert and says why it may rest. @param alert its id @param count what it counted by then */
record Acknowledgement(String alert, long count, Subject by, Sealed reason, Instant at) {
    /** A state that lasts is looked at again after a week. */
    private static final Duration LONGEST = Duration.ofDays(7);

    /** Whether nothing has come since. */
    boolean holds(Alert alert, Instant now) {
        Instant last = alert.lastAt();
        return last != null ? !last.isAfter(at) : alert.count() <= count && now.isBefore(at.plus(LONGEST));
    }
}
