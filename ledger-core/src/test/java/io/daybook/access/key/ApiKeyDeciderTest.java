package io.daybook.access.key;

import io.daybook.access.RoleName;
import io.daybook.access.key.ApiKeyCommand.ApproveApiKey;
import io.daybook.access.key.ApiKeyCommand.MakeApiKey;
import io.daybook.access.key.ApiKeyCommand.RevokeApiKey;
import io.daybook.access.key.ApiKeyCommand.RotateApiKey;
import io.daybook.access.key.ApiKeyEvent.ApiKeyApproved;
import io.daybook.access.key.ApiKeyEvent.ApiKeyMade;
import io.daybook.access.key.ApiKeyEvent.ApiKeyRevoked;
import io.daybook.access.key.ApiKeyEvent.ApiKeyRotated;
import io.daybook.access.key.ApiKeyRejection.NeedsSecondAdmin;
import io.daybook.access.key.ApiKeyRejection.NoRoles;
import io.daybook.access.key.ApiKeyRejection.NotTheOwner;
import io.daybook.access.key.ApiKeyRejection.RoleOfPeople;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Spec;
import io.daybook.kernel.Subject;
import io.daybook.shell.Handlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApiKeyDeciderTest {
    private static final Instant NOW = Instant.parse("2026-06-03T08:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(90));
    private static final Subject ANN = new Subject("ann");
    private static final Subject BOB = new Subject("bob");
    private static final Sealed NAME = new Sealed(new PersonId("staff-ann"), new byte[] {1});
    private static final ApiKeyId KEY = ApiKeyId.of("1");
    private static final ApiKeyMade MADE = new ApiKeyMade(KEY, NAME, roles("finance-maker"), END, ANN, NOW);
    private static final ApiKeyApproved APPROVED = new ApiKeyApproved(KEY, BOB, NOW);
    private static final ApiKeyRevoked REVOKED = new ApiKeyRevoked(KEY, BOB, NOW);

    final Spec<ApiKeyCommand, ApiKeyState, ApiKeyEvent> key = new Spec<>(ApiKeyDecider.DECIDER);

    @Test
    void a_key_holds_what_needs_no_eyes() {
        for (String role : List.of("finance-maker", "operator", "auditor"))
            key.given().when(make(roles(role), END)).then(new ApiKeyMade(KEY, NAME, roles(role), END, ANN, NOW));
        for (String role : List.of("finance-checker", "approver", "admin", "contractor"))
            key.given().when(make(roles("auditor", role), END)).thenRejected(new RoleOfPeople(new RoleName(role)));
        key.given().when(make(Set.of(), END)).thenRejected(new NoRoles(KEY));
    }

    @Test
    void it_ends_within_a_year() {
        for (Instant end : List.of(NOW, NOW.minusSeconds(1), NOW.plus(Duration.ofDays(367))))
            key.given().when(make(roles("auditor"), end)).thenRejected("bad-value");
    }

    @Test
    void another_admin_approves_it_once() {
        key.given(MADE).when(new ApproveApiKey(KEY, ANN, NOW)).thenRejected(new NeedsSecondAdmin(KEY));
        key.given(MADE)
                .when(new ApproveApiKey(KEY, BOB, NOW))
                .then(APPROVED)
                .when(new ApproveApiKey(KEY, BOB, NOW))
                .thenRejected("illegal-state");
        key.given(MADE).when(new ApproveApiKey(KEY, BOB, END)).thenRejected("illegal-state");
        key.given().when(new ApproveApiKey(KEY, BOB, NOW)).thenRejected("illegal-state");
    }

    @Test
    void only_its_owner_is_shown_another_secret() {
        key.given(MADE, APPROVED).when(rotate(NOW, BOB)).thenRejected(new NotTheOwner(KEY));
        key.given(MADE, APPROVED).when(rotate(NOW, ANN)).then(new ApiKeyRotated(KEY, NOW, ANN, NOW));
        key.given(MADE).when(rotate(NOW, ANN)).thenRejected("illegal-state");
        key.given(MADE, APPROVED).when(rotate(NOW.minusSeconds(1), ANN)).thenRejected("bad-value");
        key.given(MADE, APPROVED)
                .when(rotate(NOW.plus(Duration.ofDays(31)), ANN))
                .thenRejected("bad-value");
        key.given(MADE, APPROVED).when(new RotateApiKey(KEY, END, ANN, END)).thenRejected("illegal-state");
    }

    @Test
    void what_is_revoked_stays_revoked() {
        RevokeApiKey revoke = new RevokeApiKey(KEY, BOB, NOW);
        key.given(MADE)
                .when(revoke)
                .then(REVOKED)
                .when(new ApproveApiKey(KEY, BOB, NOW))
                .thenRejected("illegal-state");
        key.given(MADE, APPROVED).when(revoke).then(REVOKED).when(revoke).thenNothing();
        key.given(MADE, APPROVED, REVOKED).when(rotate(NOW, ANN)).thenRejected("illegal-state");
        key.given(MADE, REVOKED).when(make(roles("auditor"), END)).thenRejected("illegal-state");
        key.given().when(revoke).thenRejected("illegal-state");
    }

    @Test
    void every_command_has_its_handler() {
        Handlers.assertEveryCommandIsHandled(ApiKeyCommand.class, ApiKeyAggregate.class);
    }

    private static MakeApiKey make(Set<RoleName> roles, Instant end) {
        return new MakeApiKey(KEY, NAME, roles, end, ANN, NOW);
    }

    private static RotateApiKey rotate(Instant oldUntil, Subject by) {
        return new RotateApiKey(KEY, oldUntil, by, NOW);
    }

    private static Set<RoleName> roles(String... names) {
        return Stream.of(names).map(RoleName::new).collect(Collectors.toSet());
    }
}
