package io.daybook.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, and the short opaque keys that ids are made of. */
public final class Hash {
    private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();

    private Hash() {}

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Lower-case hex, 64 characters. */
    public static String sha256Hex(String text) {
        return HexFormat.of().formatHex(sha256(text.getBytes(UTF_8)));
    }

    /** 26 characters of a–z and 2–7 (130 bits): stands for the parts in an id. Parts are length-prefixed, so none run together. */
    public static String shortKey(String... parts) {
        StringBuilder joined = new StringBuilder();
        for (String part : parts) joined.append(part.length()).append(':').append(part);
        byte[] digest = sha256(joined.toString().getBytes(UTF_8));
        char[] key = new char[26];
        for (int i = 0; i < key.length; i++) key[i] = BASE32[fiveBitsAt(digest, i * 5)];
        return new String(key);
    }

    private static int fiveBitsAt(byte[] bytes, int bit) {
        int index = bit / 8;
        int pair = (bytes[index] & 0xff) << 8 | bytes[index + 1] & 0xff;
        return pair >> (11 - bit % 8) & 31;
    }
}
