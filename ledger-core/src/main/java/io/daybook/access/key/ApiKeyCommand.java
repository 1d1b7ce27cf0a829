package io.daybook.access.key;

import io.daybook.access.RoleName;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import java.time.Instant;
import java.util.Set;

/** What can be ordered about a key. Secrets are no part of it: their digests ride along. */
public sealed interface ApiKeyCommand extends DomainCommand {
    ApiKeyId key();

    Subject by();

    Instant at();

    @Override
    default String streamId() {
        return key().value();
    }

    /** @param by owns it from then on: what it does counts as theirs */
    record MakeApiKey(ApiKeyId key, Sealed name, Set<RoleName> roles, Instant expiresAt, Subject by, Instant at)
            implements ApiKeyCommand {
        public MakeApiKey {
            roles = Set.copyOf(roles);
        }
    }

    record ApproveApiKey(ApiKeyId key, Subject by, Instant at) implements ApiKeyCommand {}

    /** @param oldUntil when the secrets that it has so far end */
    record RotateApiKey(ApiKeyId key, Instant oldUntil, Subject by, Instant at) implements ApiKeyCommand {}

    record RevokeApiKey(ApiKeyId key, Subject by, Instant at) implements ApiKeyCommand {}
}
