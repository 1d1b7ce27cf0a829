package io.daybook.access.key;

import io.daybook.access.RoleName;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key as it stands, without what would open anything.
 *
 * @param secrets those that were ever shown, oldest first
 */
public record ApiKeyView(
        ApiKeyId id,
        Subject owner,
        Sealed name,
        Set<RoleName> roles,
        Status status,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Subject approver,
        @Nullable Subject revoker,
        List<Secret> secrets) {
    public ApiKeyView {
        roles = Set.copyOf(roles);
        secrets = List.copyOf(secrets);
    }

    ApiKeyView with(List<Secret> shown) {
        return new ApiKeyView(id, owner, name, roles, status, madeAt, expiresAt, approver, revoker, shown);
    }

    public enum Status {
        /** Waits for a second admin; opens nothing. */
        PROPOSED,
        ACTIVE,
        REVOKED
    }

    /**
     * One secret.
     *
     * @param prefix its readable beginning, by which people know it again
     * @param validUntil for one that was replaced; null for the present one
     * @param lastUsedAt true to ten minutes; null where it was never used
     */
    public record Secret(
            String prefix,
            Instant madeAt,
            @Nullable Instant validUntil,
            @Nullable Instant lastUsedAt) {}
}
