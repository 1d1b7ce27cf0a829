package io.daybook.api.http.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.vault.SecretTable;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tells two bodies apart without keeping either: a digest under a key, as bodies are easily guessed. */
final class Fingerprint {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    Fingerprint(SecretTable secrets) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secrets.secret("idempotency-fingerprint", Fingerprint::newKey), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    Fingerprint with(@Nullable String text) {
        return text == null ? with(new byte[0]) : with(text.getBytes(UTF_8));
    }

    Fingerprint with(byte[] bytes) {
        mac.update((bytes.length + ":").getBytes(UTF_8));
        mac.update(bytes);
        return this;
    }

    byte[] digest() {
        return mac.doFinal();
    }

    private static byte[] newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
