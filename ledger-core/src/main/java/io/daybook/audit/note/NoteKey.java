package io.daybook.audit.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.audit.Base64Text;
import io.daybook.audit.Malformed;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A public key that signs notes, under its name: Ed25519, the type 1 of C2SP signed-note. Its text is
 * {@code <name>+<key id in hex>+<Base64 of the type and the key>}.
 */
public final class NoteKey {
    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;
    /** What stands before the 32 bytes in a SubjectPublicKeyInfo of RFC 8410. */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] key;
    private final PublicKey verifies;

    private NoteKey(String name, byte[] key) {
        this.name = checked(name);
        this.key = key;
        this.verifies = read(key);
    }

    /** Errors: {@link Malformed} for a name that no note can carry, or bytes that are no Ed25519 key. */
    public static NoteKey of(String name, byte[] key) {
        return new NoteKey(name, key.clone());
    }

    /** Errors: {@link Malformed} also where the key id does not belong to the key. */
    public static NoteKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) throw new Malformed("a key is <name>+<id>+<key>");
        byte[] typed = Base64Text.decode(parts[2]);
        if (typed.length != 1 + KEY_BYTES || typed[0] != ED25519)
            throw new Malformed("only Ed25519 keys are known here");
        NoteKey key = new NoteKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.idInHex().equals(parts[1]))
            throw new Malformed("the key's id is " + key.idInHex() + ", not " + parts[1]);
        return key;
    }

    public String name() {
        return name;
    }

    /** The first four bytes of the SHA-256 of name, newline, type and key. */
    public int id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(UTF_8));
            digest.update(ED25519);
            return ByteBuffer.wrap(digest.digest(key)).getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public String idInHex() {
        return HexFormat.of().toHexDigits(id());
    }

    /** The 32 bytes of RFC 8032. */
    public byte[] bytes() {
        return key.clone();
    }

    boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(verifies);
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            // Bytes that are no signature at all are reported so.
            return false;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NoteKey that && name.equals(that.name) && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + KEY_BYTES).put(ED25519).put(key).array();
        return name + "+" + idInHex() + "+" + Base64Text.encode(typed);
    }

    static String checked(String name) {
        boolean fits = !name.isEmpty()
                && name.codePoints().noneMatch(c -> c == '+' || c < 0x20 || Character.isSpaceChar(c) || c == 0x85);
        if (!fits) throw new Malformed("the name of a key has neither spaces nor plus signs");
        return name;
    }

    private static PublicKey read(byte[] key) {
        if (key.length != KEY_BYTES) throw new Malformed("an Ed25519 key has 32 bytes");
        try {
            byte[] spki = ByteBuffer.allocate(SPKI.length + key.length)
                    .put(SPKI)
                    .put(key)
                    .array();
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException e) {
            throw new Malformed("no Ed25519 key", e);
        }
    }
}
