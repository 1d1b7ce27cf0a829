package io.daybook.api.eventlog;

import io.daybook.kernel.Cause;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands beside every event: who gave the order, which order, by which door, what it belongs to, what led to it, and the
 * code that wrote it. Why a person acted stands in the event, sealed: it is their words.
 *
 * @param origin null before it was recorded
 * @param version null before it was recorded
 */
record EventMetadata(
        String actor,
        String command,
        @Nullable String origin,
        @Nullable String version,
        @Nullable String correlation,
        @Nullable String causation) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();

    static EventMetadata of(Cause cause) {
        return new EventMetadata(
                cause.actor().value(),
                cause.commandId().value(),
                cause.origin().name().toLowerCase(Locale.ROOT),
                CodeVersion.CURRENT,
                cause.correlation(),
                cause.causation());
    }

    byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }

    static EventMetadata read(byte[] json) {
        return JSON.readValue(json, EventMetadata.class);
    }
}
