package io.daybook.access;

import io.daybook.kernel.Hash;
import io.daybook.kernel.Subject;

/** What one subject may do, as a stream. */
public record AccessId(String value) {
    private static final String PREFIX = "access-";

    public AccessId {
        if (!value.startsWith(PREFIX)) throw new IllegalArgumentException("not an access id");
    }

    public static AccessId of(Subject subject) {
        return new AccessId(PREFIX + Hash.shortKey("access", subject.value()));
    }
}
