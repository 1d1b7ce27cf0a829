package io.daybook.contractor;

import io.daybook.kernel.Hash;
import io.daybook.kernel.PersonId;

/** A contractor, named after the operator's own reference for them without showing it. */
public record ContractorId(String value) {
    private static final String PREFIX = "contractor-";

    public ContractorId {
        if (!value.startsWith(PREFIX) || value.length() == PREFIX.length())
            throw new IllegalArgumentException("not a contractor's id");
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
