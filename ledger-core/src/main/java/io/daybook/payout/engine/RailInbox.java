package io.daybook.payout.engine;

import io.daybook.kernel.Sealed;
import io.daybook.rail.RailObject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Webhooks as they came: kept before they are answered, each once, and worked off at our own pace. */
public interface RailInbox {
    /** False when a message of this id lies here already. */
    boolean receive(Message message);

    /** Those due, oldest first. */
    List<Message> waiting(String rail, Instant now, int limit);

    long waitingCount(String rail);

    /** When the oldest that waits was received. */
    Optional<Instant> oldestWaiting(String rail);

    void done(String rail, Collection<String> eventIds, Instant at);

    void later(String rail, Collection<String> eventIds, Instant notBefore);

    /**
     * @param eventId the provider's, the same for every repeat
     * @param kind of the object that changed; null for what payouts do not depend on: it is kept, and done with at once
     * @param status of the object when the message was made; null where the message does not say
     * @param createdAt by the provider's clock
     * @param account the connected account it happened on
     * @param body as it came
     */
    record Message(
            String rail,
            String eventId,
            RailObject.@Nullable Kind kind,
            String providerId,
            RailObject.@Nullable Status status,
            Instant createdAt,
            @Nullable Sealed account,
            Sealed body,
            Instant receivedAt) {}
}
