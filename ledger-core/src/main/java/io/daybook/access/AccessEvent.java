package io.daybook.access;

import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import java.time.Instant;
import java.util.Set;

/** What has happened to one subject's access. No roles at all stand for the subject as a whole. */
public sealed interface AccessEvent extends DomainEvent {
    Subject subject();

    @Override
    default String streamId() {
        return AccessId.of(subject()).value();
    }

    record AccessWithdrawn(Subject subject, Set<RoleName> roles, Sealed reason, Subject by, Instant occurredAt)
            implements AccessEvent {
        public AccessWithdrawn {
            roles = Set.copyOf(roles);
        }
    }

    record GrantProposed(
            Subject subject, GrantId grant, Set<RoleName> roles, Sealed reason, Subject by, Instant occurredAt)
            implements AccessEvent {
        public GrantProposed {
            roles = Set.copyOf(roles);
        }
    }

    /** @param by the second admin */
    record AccessGranted(Subject subject, GrantId grant, Set<RoleName> roles, Subject by, Instant occurredAt)
            implements AccessEvent {
        public AccessGranted {
            roles = Set.copyOf(roles);
        }
    }
}
