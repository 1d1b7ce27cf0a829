package io.daybook.api.eventlog;

import io.daybook.kernel.Cause;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What stands beside every event: who gave the order, which order, what it belongs to and what led to it. */
record EventMetadata(
        String actor,
        String command,
        @Nullable String correlation,
        @Nullable String causation) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();

    static EventMetadata of(Cause cause) {
        return new EventMetadata(
                cause.actor().value(), cause.commandId().value(), cause.correlation(), cause.causation());
    }

    byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }

    static EventMetadata read(byte[] json) {
        return JSON.readValue(json, EventMetadata.class);
    }
}
