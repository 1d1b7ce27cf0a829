package io.daybook.access.key;

import io.daybook.access.RoleName;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import java.time.Instant;
import java.util.Set;

/** What has happened to a key. */
public sealed interface ApiKeyEvent extends DomainEvent {
    ApiKeyId key();

    Subject by();

    @Override
    default String streamId() {
        return key().value();
    }

    /** It opens nothing before it is approved. */
    record ApiKeyMade(ApiKeyId key, Sealed name, Set<RoleName> roles, Instant expiresAt, Subject by, Instant occurredAt)
            implements ApiKeyEvent {
        public ApiKeyMade {
            roles = Set.copyOf(roles);
        }
    }

    record ApiKeyApproved(ApiKeyId key, Subject by, Instant occurredAt) implements ApiKeyEvent {}

    record ApiKeyRotated(ApiKeyId key, Instant oldUntil, Subject by, Instant occurredAt) implements ApiKeyEvent {}

    record ApiKeyRevoked(ApiKeyId key, Subject by, Instant occurredAt) implements ApiKeyEvent {}
}
