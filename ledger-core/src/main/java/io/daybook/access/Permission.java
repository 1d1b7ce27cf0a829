package io.daybook.access;

import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one subject, as it stands.
 *
 * @param whole all is withdrawn, whatever else stands here
 * @param withdrawn what does not count, whoever says they have it
 * @param granted what counts although their token does not say so, unless withdrawn
 * @param proposal what waits for a second admin; null where nothing does
 */
public record Permission(
        Subject subject,
        boolean whole,
        Set<RoleName> withdrawn,
        Set<RoleName> granted,
        @Nullable Proposal proposal) {
    public Permission {
        withdrawn = Set.copyOf(withdrawn);
        granted = Set.copyOf(granted);
    }

    /** @param roles none stand for the subject as a whole */
    public record Proposal(GrantId grant, Set<RoleName> roles, Sealed reason, Subject by, Instant at) {
        public Proposal {
            roles = Set.copyOf(roles);
        }
    }

    /** About whom nothing was decided. */
    public static Permission untouched(Subject subject) {
        return new Permission(subject, false, Set.of(), Set.of(), null);
    }
}
