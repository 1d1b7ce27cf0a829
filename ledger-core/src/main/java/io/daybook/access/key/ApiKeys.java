package io.daybook.access.key;

import io.daybook.access.RoleName;
import io.daybook.access.key.ApiKeyCommand.ApproveApiKey;
import io.daybook.access.key.ApiKeyCommand.MakeApiKey;
import io.daybook.access.key.ApiKeyCommand.RevokeApiKey;
import io.daybook.access.key.ApiKeyCommand.RotateApiKey;
import io.daybook.kernel.Rider;
import io.daybook.kernel.Subject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands about each key, for requests to rest on. Written by riders, in the transaction of the fact: from its commit on
 * every node's next request finds it, by primary key.
 */
public interface ApiKeys {
    /** A secret as it is kept. @param digest 32 bytes, keyed */
    record Digest(String prefix, byte[] digest) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Digest(String otherPrefix, byte[] otherDigest)
                    && prefix.equals(otherPrefix)
                    && Arrays.equals(digest, otherDigest);
        }

        @Override
        public int hashCode() {
            return prefix.hashCode();
        }
    }

    /**
     * What one secret opens.
     *
     * @param endsAt of the key, or of a replaced secret where that is sooner
     */
    record Opening(
            ApiKeyId key,
            Subject owner,
            Set<RoleName> roles,
            ApiKeyView.Status status,
            Instant endsAt,
            Digest secret,
            @Nullable Instant lastUsedAt) {
        public Opening {
            roles = Set.copyOf(roles);
        }
    }

    Optional<Opening> opening(String prefix);

    void used(String prefix, Instant at);

    /** @param id as a client gives it: it may be no id at all */
    Optional<ApiKeyView> find(String id);

    /** In the ids' order. @param after the last one seen; null begins */
    List<ApiKeyView> after(@Nullable String after, int limit);

    List<Rider> riders(MakeApiKey order, Digest secret);

    List<Rider> riders(ApproveApiKey order);

    List<Rider> riders(RotateApiKey order, Digest secret);

    List<Rider> riders(RevokeApiKey order);
}
