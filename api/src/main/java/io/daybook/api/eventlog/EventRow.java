package io.daybook.api.eventlog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event on its way into the log; position, time and the person's count are set under the ordering lock. */
record EventRow(
        UUID eventId,
        String stream,
        String streamType,
        long seq,
        String type,
        short revision,
        byte[] payload,
        byte[] metadata,
        byte[] salt,
        @Nullable String person) {}
