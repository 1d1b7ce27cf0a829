package io.daybook.api.eventlog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event on its way into the log; its salt is drawn by the appender; position, time and the person's count are set under the ordering lock. */
record EventRow(
        UUID eventId,
        String stream,
        String streamType,
        long seq,
        String type,
        short revision,
        byte[] payload,
        byte[] metadata,
        @Nullable String person) {}
