package io.daybook.api.security;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One row of the table: who may use a method on a path.
 *
 * @param roles any of them will do; empty when {@code open}
 * @param open no token needed
 * @param keyed the request must carry an {@code Idempotency-Key}
 */
public record Route(HttpMethod method, PathPattern path, Set<Role> roles, boolean open, boolean keyed) {
    private static final Set<String> SIGNATURES = Set.of("approve", "confirm", "close", "reopen");
    private static final String DEVELOPMENT = "/api/v1/dev/";

    /** Whether it is there with development tokens only. */
    boolean isForDevelopment() {
        return path.getPatternString().startsWith(DEVELOPMENT);
    }

    boolean allows(Caller caller) {
        return caller.roles().stream().anyMatch(roles::contains) && !(caller.key() != null && isSignature());
    }

    /** Whether it takes a person's word, often a second one's: what no key gives. */
    private boolean isSignature() {
        String pattern = path.getPatternString();
        return SIGNATURES.contains(pattern.substring(pattern.lastIndexOf('/') + 1));
    }
}
