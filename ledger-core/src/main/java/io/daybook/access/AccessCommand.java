package io.daybook.access;

import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import java.time.Instant;
import java.util.Set;

/** What can be ordered about one subject's access. No roles at all stand for the subject as a whole. */
public sealed interface AccessCommand extends DomainCommand {
    Subject subject();

    Subject by();

    Instant at();

    @Override
    default String streamId() {
        return AccessId.of(subject()).value();
    }

    /** At once, by one admin. A proposal that waits falls with it. */
    record WithdrawAccess(Subject subject, Set<RoleName> roles, Sealed reason, Subject by, Instant at)
            implements AccessCommand {
        public WithdrawAccess {
            roles = Set.copyOf(roles);
        }
    }

    /** Gives back what was withdrawn, and gives what was not; once a second admin has approved. */
    record ProposeGrant(Subject subject, GrantId grant, Set<RoleName> roles, Sealed reason, Subject by, Instant at)
            implements AccessCommand {
        public ProposeGrant {
            roles = Set.copyOf(roles);
        }
    }

    record ApproveGrant(Subject subject, GrantId grant, Subject by, Instant at) implements AccessCommand {}
}
