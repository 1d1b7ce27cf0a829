package io.daybook.api.security;

import io.daybook.access.RoleName;
import io.daybook.access.key.ApiKeys;
import io.daybook.access.key.ApiKeys.Digest;
import io.daybook.access.key.ApiKeys.Opening;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who calls with a key: its owner answers, the key is who acts. Looked up for each request, so what is revoked is shut. */
@Component
final class KeyCallers {
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(10);

    private final KeySecrets secrets;
    private final ApiKeys keys;
    private final InstantSource clock;

    KeyCallers(KeySecrets secrets, ApiKeys keys, InstantSource clock) {
        this.secrets = secrets;
        this.keys = keys;
        this.clock = clock;
    }

    /** Errors: {@link TokenRefused}. */
    Caller of(String token) {
        Opening opening =
                secrets.read(token).flatMap(this::opening).orElseThrow(() -> new TokenRefused(Refusal.UNKNOWN_API_KEY));
        switch (opening.status()) {
            case PROPOSED -> throw new TokenRefused(Refusal.API_KEY_NOT_APPROVED);
            case REVOKED -> throw new TokenRefused(Refusal.API_KEY_REVOKED);
            case ACTIVE -> note(opening);
        }
        return new Caller(
                opening.owner(), roles(opening), null, Set.of(), opening.key().subject());
    }

    private Optional<Opening> opening(Digest given) {
        return keys.opening(given.prefix())
                .filter(kept -> MessageDigest.isEqual(kept.secret().digest(), given.digest()));
    }

    private void note(Opening opening) {
        Instant now = clock.instant();
        if (!now.isBefore(opening.endsAt())) throw new TokenRefused(Refusal.API_KEY_EXPIRED);
        Instant noted = opening.lastUsedAt();
        if (noted == null || noted.plus(BETWEEN_NOTES).isBefore(now))
            keys.used(opening.secret().prefix(), now);
    }

    private static Set<Role> roles(Opening opening) {
        return opening.roles().stream()
                .map(RoleName::value)
                .flatMap(label -> Role.find(label).stream())
                .collect(Collectors.toSet());
    }
}
