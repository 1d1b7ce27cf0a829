package io.daybook.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Personal data for tests, sealed in name only: the ciphertext is the text. */
public final class Plain {
    private Plain() {}

    public static Sealed sealed(PersonId person, String text) {
        return new Sealed(person, text.getBytes(UTF_8));
    }

    public static Findable findable(PersonId person, String text) {
        return new Findable(sealed(person, text), Hash.sha256Hex(text));
    }
}
