package io.daybook.api.webhooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as clients see it.
 *
 * @param eventTypes empty for all
 * @param disabledBecause {@code person}, or {@code gone} where it answered 410; null while it is enabled
 * @param failingSince nothing was taken since; null while all is well
 */
record WebhookEndpoint(
        EndpointId id,
        String url,
        List<String> eventTypes,
        @Nullable String description,
        @Nullable String reference,
        Status status,
        @Nullable String disabledBecause,
        @Nullable Instant failingSince,
        @Nullable Instant lastSuccessAt,
        Instant createdAt) {
    WebhookEndpoint {
        eventTypes = List.copyOf(eventTypes);
    }

    enum Status {
        ENABLED,
        DISABLED
    }

    boolean isEnabled() {
        return status == Status.ENABLED;
    }
}
