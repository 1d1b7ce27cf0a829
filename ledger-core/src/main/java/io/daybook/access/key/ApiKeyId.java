package io.daybook.access.key;

import io.daybook.kernel.Subject;

/** A service's key; at the same time the subject under which its deeds are recorded. */
public record ApiKeyId(String value) {
    private static final String PREFIX = "api-key-";

    public ApiKeyId {
        if (!value.startsWith(PREFIX)) throw new IllegalArgumentException("not the id of a key");
    }

    /** @param request names the request that makes it, for ever */
    public static ApiKeyId of(String request) {
        return new ApiKeyId(PREFIX + request);
    }

    public static boolean isSubject(Subject subject) {
        return subject.value().startsWith(PREFIX);
    }

    public Subject subject() {
        return new Subject(value);
    }
}
