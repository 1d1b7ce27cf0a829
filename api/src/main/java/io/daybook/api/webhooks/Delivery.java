package io.daybook.api.webhooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to one endpoint.
 *
 * @param id the {@code webhook-id}
 * @param event the id of the fact in the log; null for a ping
 * @param nextAt when it is tried next; null once nothing is tried any more
 * @param attempts from the first on
 */
record Delivery(
        String id,
        EndpointId endpoint,
        @Nullable String event,
        String type,
        Status status,
        @Nullable Instant nextAt,
        List<Attempt> attempts) {
    Delivery {
        attempts = List.copyOf(attempts);
    }

    enum Status {
        PENDING,
        DELIVERED,
        GIVEN_UP
    }

    /**
     * One try.
     *
     * @param code the HTTP status; null where there was no answer
     * @param problem null where it was taken
     */
    record Attempt(
            int number,
            Instant at,
            @Nullable Integer code,
            @Nullable String problem,
            long durationMillis) {}
}
