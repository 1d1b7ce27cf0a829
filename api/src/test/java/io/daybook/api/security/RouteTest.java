package io.daybook.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.Subject;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a role opens is not all: a key is no person, and a command beside the server does what commands do. */
class RouteTest {
    private static final Set<Role> ROLES = Set.of(Role.FINANCE_MAKER, Role.OPERATOR, Role.AUDITOR);
    private static final Subject OWNER = new Subject("alice");

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/contractors, false",
        "PUT, /api/v1/contractors/contractor-1/payout-destination, false",
        "POST, /api/v1/contractors/contractor-1/payout-destination/approve, false",
        "POST, /api/v1/engagements, false",
        "POST, /api/v1/engagements/engagement-1/rates, false",
        "POST, /api/v1/adjustments/adjustment-1/approve, false",
        "GET, /api/v1/contractors, true",
        "POST, /api/v1/imports, true",
        "POST, /api/v1/payout-batches, true"
    })
    void a_key_neither_signs_nor_sets_what_is_remembered_as_somebodys_hand(
            String method, String path, boolean allowed) {
        assertThat(allows(method, path, OWNER, new Subject("api-key-1"))).isEqualTo(allowed);
        assertThat(allows(method, path, OWNER, null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/adjustments, false",
        "POST, /api/v1/contractors, false",
        "PUT, /api/v1/contractors/contractor-1/requirements, false",
        "DELETE, /api/v1/contractors/contractor-1/holds/hold-1, false",
        "POST, /api/v1/payout-batches, false",
        "POST, /api/v1/rails/simulator/stop, false",
        "POST, /api/v1/imports, true",
        "POST, /api/v1/replays, true",
        "POST, /api/v1/dead-letters/retry, true",
        "GET, /api/v1/contractors, true",
        "GET, /api/v1/operations/operation-1, true"
    })
    void a_command_beside_the_server_imports_and_replays_and_changes_nothing_else(
            String method, String path, boolean allowed) {
        assertThat(allows(method, path, Subject.LOCAL_COMMAND, null)).isEqualTo(allowed);
    }

    private static boolean allows(String method, String path, Subject subject, @Nullable Subject key) {
        Route route = Routes.table().find(method, path).orElseThrow();
        return route.allows(new Caller(subject, ROLES, null, null, key));
    }
}
