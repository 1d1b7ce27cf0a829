package io.daybook.kernel;

import java.util.Arrays;
import java.util.Base64;

/**
 * Personal data as events and projections hold it: unreadable without the key of the person it is about.
 *
 * @param key whose key opens it; destroying that key erases the value everywhere at once
 * @param ciphertext authenticated encryption, bound to {@code key}
 */
public record Sealed(PersonId key, byte[] ciphertext) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed(PersonId otherKey, byte[] otherText)
                && key.equals(otherKey)
                && Arrays.equals(ciphertext, otherText);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Arrays.hashCode(ciphertext);
    }

    @Override
    public String toString() {
        return "Sealed[" + key.value() + ", " + ciphertext.length + " bytes]";
    }

    /** The ciphertext for text columns. */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(ciphertext);
    }

    /** Key and ciphertext in one text, for a column; {@link #ofText} reads it. */
    public String toText() {
        return key.value() + ":" + toBase64();
    }

    /** Errors: IllegalArgumentException for a text that {@link #toText} did not write. */
    public static Sealed ofText(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) throw new IllegalArgumentException("not a sealed text");
        return new Sealed(
                new PersonId(text.substring(0, colon)), Base64.getDecoder().decode(text.substring(colon + 1)));
    }
}
