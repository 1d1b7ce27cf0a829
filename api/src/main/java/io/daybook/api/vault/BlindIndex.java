package io.daybook.api.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under a key that all nodes share: equal values meet, and nobody without the key can guess them. */
final class BlindIndex {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretTable secrets;

    BlindIndex(SecretTable secrets) {
        this.secrets = secrets;
    }

    byte[] of(String kind, String plain) {
        String text = Normalizer.normalize(plain.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secrets.secret("blind-index", BlindIndex::newKey), ALGORITHM));
            mac.update(kind.getBytes(UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    private static byte[] newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
