package io.daybook.api.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A row of the log. What is personal in it is sealed.
 *
 * @param position its place in the log; numbers may be missing, never be shown out of order
 * @param seq its place in its stream, from 0 without a gap
 * @param recordedAt when it was written, by the writer's clock and never before the event at the position before
 * @param person whom it is about
 * @param personSeq its place among the events about them, from 1 without a gap
 * @param salt base64; goes into the event's leaf
 */
record StoredEvent(
        long position,
        UUID eventId,
        String stream,
        String streamType,
        long seq,
        String type,
        int revision,
        Instant recordedAt,
        @Nullable String person,
        @Nullable Long personSeq,
        byte[] salt,
        JsonNode metadata,
        JsonNode payload) {}
