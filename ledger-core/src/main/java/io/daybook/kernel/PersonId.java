package io.daybook.kernel;

import static java.util.Objects.requireNonNull;

/** A person whose facts are counted, and whose personal data one key seals. The value is opaque and names nobody. */
public record PersonId(String value) {
    public PersonId {
        requireNonNull(value);
    }
}
