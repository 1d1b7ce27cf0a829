package io.daybook.contractor;

import io.daybook.kernel.Hash;
import io.daybook.kernel.PersonId;
import java.util.Optional;

/** A contractor, named after the operator's own reference for them without showing it. */
public record ContractorId(String value) {
    private static final String PREFIX = "contractor-";

    public ContractorId {
        if (!isId(value)) throw new IllegalArgumentException("not a contractor's id");
    }

    /** Empty for a text that is not an id, such as a reference. */
    public static Optional<ContractorId> read(String text) {
        return isId(text) ? Optional.of(new ContractorId(text)) : Optional.empty();
    }

    private static boolean isId(String text) {
        return text.startsWith(PREFIX) && text.length() > PREFIX.length();
    }

    public static ContractorId of(String reference) {
        return new ContractorId(PREFIX + Hash.shortKey(reference));
    }

    /** The id from its {@link #key}. */
    public static ContractorId ofKey(String key) {
        return new ContractorId(PREFIX + key);
    }

    /** The part that other ids are built from. */
    public String key() {
        return value.substring(PREFIX.length());
    }

    public PersonId person() {
        return new PersonId("person-" + key());
    }
}
