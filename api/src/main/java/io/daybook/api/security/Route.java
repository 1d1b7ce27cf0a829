package io.daybook.api.security;

import io.daybook.kernel.Subject;
import java.util.List;
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
    private static final Set<String> SIGNATURES = Set.of("approve", "confirm", "close", "reopen", "acknowledge");

    /** Where somebody's hand is remembered by name: a key sets destinations and rates by imports, which are its owner's. */
    private static final Set<String> HANDS = Set.of(
            "/api/v1/contractors",
            "/api/v1/contractors/{id}/payout-destination",
            "/api/v1/engagements",
            "/api/v1/engagements/{id}/terms",
            "/api/v1/engagements/{id}/rates");

    /** All that the commands beside the server change. */
    private static final List<String> OF_COMMANDS =
            List.of("/api/v1/imports", "/api/v1/replays", "/api/v1/dead-letters", "/api/v1/audit/replays");

    private static final String DEVELOPMENT = "/api/v1/dev/";

    /** Whether it is there with development tokens only. */
    boolean isForDevelopment() {
        return path.getPatternString().startsWith(DEVELOPMENT);
    }

    boolean allows(Caller caller) {
        if (caller.subject().equals(Subject.LOCAL_COMMAND) && !isRead() && !isOfCommands()) return false;
        if (caller.key() != null && isOfAPerson()) return false;
        return caller.roles().stream().anyMatch(roles::contains);
    }

    private boolean isRead() {
        return method.equals(HttpMethod.GET);
    }

    private boolean isOfCommands() {
        return OF_COMMANDS.stream().anyMatch(path.getPatternString()::startsWith);
    }

    /** Whether it takes a person's word, often a second one's, or remembers whose hand it was: what no key gives. */
    private boolean isOfAPerson() {
        String pattern = path.getPatternString();
        return SIGNATURES.contains(pattern.substring(pattern.lastIndexOf('/') + 1))
                || !isRead() && HANDS.contains(pattern);
    }
}
