package io.daybook.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.access.key.ApiKeys.Digest;
import io.daybook.api.vault.SecretTable;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Secrets of keys: {@code dbk_PREFIX_} and 256 random bits. The prefix says which it is. At rest there is an HMAC-SHA-256 of the
 * whole, under a key that all nodes share: who reads the table alone cannot even try one out.
 */
@Component
public final class KeySecrets {
    static final String MARK = "dbk_";
    private static final Pattern FORM = Pattern.compile(MARK + "([a-z2-7]{12})_[A-Za-z0-9_-]{43}");
    private static final String ALGORITHM = "HmacSHA256";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int PREFIX_LENGTH = 12;
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final SecretTable secrets;

    KeySecrets(SecretTable secrets) {
        this.secrets = secrets;
    }

    /** One that nobody has seen. @param text shown once and kept nowhere */
    public record Drawn(String text, Digest digest) {
        @Override
        public String toString() {
            return "Drawn[" + digest.prefix() + "]";
        }
    }

    public Drawn draw() {
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < PREFIX_LENGTH; i++) prefix.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        String text =
                MARK + prefix + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
        return new Drawn(text, new Digest(prefix.toString(), digest(text)));
    }

    /** Empty for a text that no secret is. */
    Optional<Digest> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new Digest(form.group(1), digest(text))) : Optional.empty();
    }

    private byte[] digest(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secrets.secret("api-key-digest", this::bytes), ALGORITHM));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    private byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
