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
}
