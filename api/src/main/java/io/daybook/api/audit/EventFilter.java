package io.daybook.api.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for; what is null is open.
 *
 * @param from when it was recorded, at the earliest
 * @param to before when it was recorded
 * @param person whom it is about
 * @param last the last position that counts
 */
record EventFilter(
        @Nullable String stream,
        @Nullable String type,
        @Nullable String actor,
        @Nullable String person,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long last) {
    EventFilter upTo(long position) {
        return new EventFilter(stream, type, actor, person, from, to, position);
    }
}
