package io.daybook.api.eventlog;

import io.daybook.kernel.DomainEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this node wrote lately, so that whoever reads it back need not decode it again. The log's bytes decide: an event is
 * only taken from here for a row that holds exactly what was written.
 */
final class RecentEvents {
    private static final int KEPT = 8_192;

    private final Map<UUID, Written> byId = new Bounded<>();
    private final Map<Long, DomainEvent> byPosition = new Bounded<>();

    record Written(DomainEvent event, String type, byte[] payload, EventMetadata cause, byte[] metadata) {
        boolean holds(String storedType, byte[] storedPayload, byte[] storedMetadata) {
            return type.equals(storedType)
                    && Arrays.equals(payload, storedPayload)
                    && Arrays.equals(metadata, storedMetadata);
        }
    }

    synchronized void writing(UUID id, Written event) {
        byId.put(id, event);
    }

    /** It is durable. */
    synchronized void written(long position, DomainEvent event) {
        byPosition.put(position, event);
    }

    /** Empty for a row that this node did not write, or not lately, or that does not hold what it wrote. */
    synchronized @Nullable Written find(UUID id, String type, byte[] payload, byte[] metadata) {
        Written known = byId.get(id);
        return known != null && known.holds(type, payload, metadata) ? known : null;
    }

    synchronized Optional<DomainEvent> at(long position) {
        return Optional.ofNullable(byPosition.get(position));
    }

    private static final class Bounded<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > KEPT;
        }
    }
}
