package io.daybook.explain;

import io.daybook.kernel.Recorded;
import io.daybook.kernel.Sealed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The row of the log that an amount stands in.
 *
 * @param event its name
 * @param actor who gave the order that led to it
 * @param effectiveAt from when on the books count it; null where they do not
 * @param reason why, in the words of whoever did it; null where none was given
 */
public record Fact(
        long position,
        String eventId,
        String event,
        String actor,
        Instant recordedAt,
        Instant occurredAt,
        @Nullable Instant effectiveAt,
        @Nullable Sealed reason) {
    static Fact of(Recorded row, @Nullable Instant effectiveAt) {
        return new Fact(
                row.position(),
                row.eventId(),
                row.event().getClass().getSimpleName(),
                row.actor(),
                row.recordedAt(),
                row.event().occurredAt(),
                effectiveAt,
                Reasons.of(row.event()));
    }
}
