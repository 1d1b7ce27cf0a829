package io.daybook.journal;

import io.daybook.kernel.Recorded;
import java.time.Instant;
import java.util.List;

/**
 * A journal entry on its way into the books.
 *
 * @param source the fact's name
 * @param effectiveAt from when on it counts
 */
record EntryRow(
        long position,
        String eventId,
        String source,
        String stream,
        Instant effectiveAt,
        Instant occurredAt,
        Instant recordedAt,
        Links links,
        List<JournalLine> lines) {
    static EntryRow of(Undated undated, Instant effectiveAt) {
        Recorded fact = undated.fact();
        return new EntryRow(
                fact.position(),
                fact.eventId(),
                fact.event().getClass().getSimpleName(),
                fact.stream(),
                effectiveAt,
                fact.event().occurredAt(),
                fact.recordedAt(),
                undated.links(),
                undated.entry().lines());
    }

    /** An entry whose date depends on what stands before it. */
    record Undated(Recorded fact, JournalEntry entry, Dating dating, Links links) {}
}
