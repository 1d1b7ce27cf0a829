package io.daybook.api.access;

import io.daybook.access.Permission;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Daybook has decided about one subject; the rest their token says.
 *
 * @param whole all access is withdrawn
 * @param withdrawn roles that do not count, whoever says they have them
 * @param granted roles that count although the token does not say so, unless withdrawn
 */
record AccessJson(
        Subject subject,
        boolean whole,
        List<String> withdrawn,
        List<String> granted,
        @Nullable Proposal proposal) {
    /**
     * What waits for a second admin.
     *
     * @param roles empty for access as a whole
     * @param reason null once erased
     */
    record Proposal(
            String grant, List<String> roles, @Nullable String reason, Subject by, Instant at) {}

    static AccessJson of(Permission permission, PersonVault vault) {
        return new AccessJson(
                permission.subject(),
                permission.whole(),
                Roles.labels(permission.withdrawn()),
                Roles.labels(permission.granted()),
                proposal(permission.proposal(), vault));
    }

    private static @Nullable Proposal proposal(Permission.@Nullable Proposal waiting, PersonVault vault) {
        if (waiting == null) return null;
        return new Proposal(
                waiting.grant().value(),
                Roles.labels(waiting.roles()),
                vault.open(waiting.reason()).orElse(null),
                waiting.by(),
                waiting.at());
    }
}
