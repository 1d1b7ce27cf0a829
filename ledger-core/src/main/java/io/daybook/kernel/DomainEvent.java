package io.daybook.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fact in one stream. Once recorded it is never altered. */
public interface DomainEvent {
    String streamId();

    /** When it happened, in the domain's clock; never altered, not even by a closed period. */
    Instant occurredAt();

    /** Whom it concerns, so that the log can count it among that person's facts without a gap. */
    default @Nullable PersonId person() {
        return null;
    }
}
