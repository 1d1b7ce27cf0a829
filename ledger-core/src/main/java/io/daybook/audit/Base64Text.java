package io.daybook.audit;

import java.util.Base64;

/** Base64 of RFC 4648, section 4: with padding, and in its one right spelling, so that no two texts mean the same. */
public final class Base64Text {
    private Base64Text() {}

    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Errors: {@link Malformed} for anything that {@link #encode} would not have written. */
    public static byte[] decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (encode(bytes).equals(text)) return bytes;
        } catch (IllegalArgumentException e) {
            throw new Malformed("no Base64: " + shown(text), e);
        }
        throw new Malformed("Base64 in an unusual spelling: " + shown(text));
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
