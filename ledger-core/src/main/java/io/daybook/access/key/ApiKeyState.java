package io.daybook.access.key;

import io.daybook.kernel.Subject;
import java.time.Instant;

/** How far a key has come. */
sealed interface ApiKeyState {
    record Unmade() implements ApiKeyState {}

    record Proposed(Subject owner, Instant expiresAt) implements ApiKeyState {}

    record Active(Subject owner, Instant expiresAt) implements ApiKeyState {}

    record Revoked() implements ApiKeyState {}
}
