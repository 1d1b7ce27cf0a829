package io.daybook.rail;

import java.time.Instant;
import java.util.Optional;

/**
 * A verified webhook: a hint that an object changed, not evidence of how.
 *
 * @param eventId the provider's id of the message, the same for every repeat
 */
public record RailSignal(
        String eventId, RailObject.Kind kind, String providerId, Optional<String> connectedAccount, Instant created) {}
