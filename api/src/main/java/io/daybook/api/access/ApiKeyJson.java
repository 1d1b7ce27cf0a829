package io.daybook.api.access;

import io.daybook.access.key.ApiKeyId;
import io.daybook.access.key.ApiKeyView;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service's key, without what opens anything.
 *
 * @param owner who answers for what it does
 * @param name null once erased
 * @param approver the second admin; null before
 */
record ApiKeyJson(
        ApiKeyId id,
        Subject owner,
        @Nullable String name,
        List<String> roles,
        ApiKeyView.Status status,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Subject approver,
        List<ApiKeyView.Secret> secrets) {
    static ApiKeyJson of(ApiKeyView key, PersonVault vault) {
        return new ApiKeyJson(
                key.id(),
                key.owner(),
                vault.open(key.name()).orElse(null),
                Roles.labels(key.roles()),
                key.status(),
                key.madeAt(),
                key.expiresAt(),
                key.approver(),
                key.secrets());
    }
}
