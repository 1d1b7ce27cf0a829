package io.daybook.api.http.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.vault.SecretTable;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.BinaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells cursors that Daybook gave from others: under a key that all nodes share, so that what a list reads out of a cursor was
 * written by that list.
 */
final class CursorMark implements BinaryOperator<String> {
    static final int LENGTH = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretTable secrets;

    CursorMark(SecretTable secrets) {
        this.secrets = secrets;
    }

    /** @return {@link #LENGTH} characters for this key in this list */
    @Override
    public String apply(String list, String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secrets.secret("cursor", CursorMark::newKey), ALGORITHM));
            mac.update(list.getBytes(UTF_8));
            mac.update((byte) 0);
            byte[] digest = mac.doFinal(key.getBytes(UTF_8));
            return Base64.getUrlEncoder().encodeToString(digest).substring(0, LENGTH);
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
