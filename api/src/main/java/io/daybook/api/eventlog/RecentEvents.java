package io.daybook.api.eventlog;

import io.daybook.kernel.DomainEvent;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What this node wrote lately, so that whoever reads it back need not decode it again. The log's bytes decide: an event is
 * only taken from here for a row that holds exactly what was written. Each has one place and gives way to whoever comes
 * next to the same, so nobody waits for anybody: all writers wake at once when a flush is done.
 */
final class RecentEvents {
    private static final int PLACES = 16_384;

    private final AtomicReferenceArray<@Nullable Written> byId = new AtomicReferenceArray<>(PLACES);
    private final AtomicReferenceArray<@Nullable Placed> byPosition = new AtomicReferenceArray<>(PLACES);

    record Written(UUID id, DomainEvent event, String type, byte[] payload, EventMetadata cause, byte[] metadata) {
        boolean holds(UUID storedId, String storedType, byte[] storedPayload, byte[] storedMetadata) {
            return id.equals(storedId)
                    && type.equals(storedType)
                    && Arrays.equals(payload, storedPayload)
                    && Arrays.equals(metadata, storedMetadata);
        }
    }

    private record Placed(long position, DomainEvent event) {}

    void writing(Written event) {
        byId.set(place(event.id()), event);
    }

    /** It is durable. */
    void written(long position, DomainEvent event) {
        byPosition.set(place(position), new Placed(position, event));
    }

    /** Empty for a row that this node did not write, or not lately, or that does not hold what it wrote. */
    @Nullable
    Written find(UUID id, String type, byte[] payload, byte[] metadata) {
        Written known = byId.get(place(id));
        return known != null && known.holds(id, type, payload, metadata) ? known : null;
    }

    Optional<DomainEvent> at(long position) {
        Placed known = byPosition.get(place(position));
        return known != null && known.position() == position ? Optional.of(known.event()) : Optional.empty();
    }

    /** The last bits of an id are random. */
    private static int place(UUID id) {
        return place(id.getLeastSignificantBits());
    }

    private static int place(long number) {
        return (int) (number & (PLACES - 1));
    }
}
