package io.daybook.api.http.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.kernel.Hash;
import java.util.Arrays;

/**
 * One caller's one key on one route.
 *
 * @param key short and opaque: command ids are made of it, so the same request repeated gives the same orders
 */
record Scope(String key) {
    static Scope of(String subject, String method, String path, String idempotencyKey) {
        return new Scope(Hash.shortKey(subject, method, path, idempotencyKey));
    }

    byte[] bytes() {
        return Arrays.copyOf(Hash.sha256(key.getBytes(UTF_8)), 32);
    }
}
