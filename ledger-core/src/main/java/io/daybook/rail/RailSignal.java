package io.daybook.rail;

import java.time.Instant;
import java.util.Optional;

/** A verified webhook: a hint that something changed, not evidence of how. */
public sealed interface RailSignal {
    /** The provider's id of the message, the same for every repeat. */
    String eventId();

    /** By the provider's clock. */
    Instant created();

    /**
     * A transfer or payout changed: {@link PayoutRail#fetch} tells how.
     *
     * @param status of the object when the message was made; empty where the message does not say
     */
    record Changed(
            String eventId,
            RailObject.Kind kind,
            String providerId,
            Optional<RailObject.Status> status,
            Optional<String> connectedAccount,
            Instant created)
            implements RailSignal {}

    /** Genuine, about nothing that payouts depend on. {@code type} is the provider's name for it. */
    record Unrelated(String eventId, String type, Instant created) implements RailSignal {}
}
