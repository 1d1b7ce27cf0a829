package io.daybook.kernel;

/**
 * Personal data that can be looked up without being read.
 *
 * @param index what {@link PersonVault#blindIndex} gives for the same text: equal values meet, nothing can be read back
 */
public record Findable(Sealed sealed, String index) {
    /** Whether both stand for the same text; ciphertexts differ even then. */
    public boolean sameAs(Findable other) {
        return index.equals(other.index);
    }
}
