package io.daybook.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log holds it.
 *
 * @param position its place in the one global order; positions rise and may have gaps
 * @param seq its place in its stream, from 0, without gaps
 * @param recordedAt set under the ordering lock, never less than the previous position's
 */
public record Recorded(
        long position,
        String eventId,
        String stream,
        long seq,
        Instant recordedAt,
        DomainEvent event,
        String actor,
        @Nullable String correlation) {}
