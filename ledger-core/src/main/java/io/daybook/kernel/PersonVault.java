package io.daybook.kernel;

import java.util.Collection;
import java.util.Optional;

/** Seals and opens personal data, and finds people by it without storing it. */
public interface PersonVault {
    /** Makes what sealing for these people will need, all at once; only a matter of speed. */
    default void prepare(Collection<PersonId> people) {}

    /** Reads what opening for these people will need, all at once; only a matter of speed. */
    default void lookAhead(Collection<PersonId> people) {}

    Sealed seal(PersonId person, String plain);

    /** Empty once the person's key has been destroyed. */
    Optional<String> open(Sealed sealed);

    /**
     * A keyed digest (lower-case hex, 64 characters) by which equal values meet and nothing can be read back.
     * Text is trimmed and lower-cased first.
     *
     * @param kind keeps an e-mail apart from a name with the same letters
     */
    String blindIndex(String kind, String plain);
}
