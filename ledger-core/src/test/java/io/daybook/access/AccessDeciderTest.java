package io.daybook.access;

import io.daybook.access.AccessCommand.ApproveGrant;
import io.daybook.access.AccessCommand.ProposeGrant;
import io.daybook.access.AccessCommand.WithdrawAccess;
import io.daybook.access.AccessEvent.AccessGranted;
import io.daybook.access.AccessEvent.AccessWithdrawn;
import io.daybook.access.AccessEvent.GrantProposed;
import io.daybook.access.AccessRejection.KeysAreGivenNothing;
import io.daybook.access.AccessRejection.NeedsSecondAdmin;
import io.daybook.access.AccessRejection.NotProposed;
import io.daybook.access.AccessRejection.NothingToGive;
import io.daybook.access.AccessRejection.WithdrawnAsWhole;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Spec;
import io.daybook.kernel.Subject;
import io.daybook.shell.Handlers;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessDeciderTest {
    private static final Instant NOW = Instant.parse("2026-06-03T08:00:00Z");
    private static final Subject EVE = new Subject("eve");
    private static final Subject ANN = new Subject("ann");
    private static final Subject BOB = new Subject("bob");
    private static final Sealed WHY = new Sealed(new PersonId("staff-ann"), new byte[] {1});
    private static final Set<RoleName> MAKER = Set.of(new RoleName("finance-maker"));
    private static final Set<RoleName> ADMIN = Set.of(new RoleName("admin"));
    private static final GrantId ONE = GrantId.of("1");
    private static final GrantId TWO = GrantId.of("2");

    final Spec<AccessCommand, AccessState, AccessEvent> access = new Spec<>(AccessDecider.DECIDER);

    @Test
    void one_admin_withdraws_and_a_repeat_changes_nothing() {
        access.given()
                .when(withdraw(MAKER))
                .then(withdrawn(MAKER))
                .when(withdraw(MAKER))
                .thenNothing();
        access.given()
                .when(withdraw(Set.of()))
                .then(withdrawn(Set.of()))
                .when(withdraw(Set.of()))
                .thenNothing();
    }

    @Test
    void giving_takes_a_second_admin_who_is_not_the_one_it_is_for() {
        for (Set<RoleName> roles : Set.of(MAKER, ADMIN)) {
            access.given(proposed(ONE, roles, ANN)).when(approve(ONE, ANN)).thenRejected(new NeedsSecondAdmin(ONE));
            access.given(proposed(ONE, roles, ANN)).when(approve(ONE, EVE)).thenRejected(new NeedsSecondAdmin(ONE));
            access.given(proposed(ONE, roles, EVE)).when(approve(ONE, EVE)).thenRejected(new NeedsSecondAdmin(ONE));
            access.given(proposed(ONE, roles, ANN))
                    .when(approve(ONE, BOB))
                    .then(new AccessGranted(EVE, ONE, roles, BOB, NOW))
                    .when(approve(ONE, BOB))
                    .thenRejected(new NotProposed(ONE));
        }
    }

    @Test
    void only_what_waits_can_be_approved() {
        access.given().when(approve(ONE, BOB)).thenRejected(new NotProposed(ONE));
        access.given(proposed(ONE, MAKER, ANN), proposed(TWO, ADMIN, ANN))
                .when(approve(ONE, BOB))
                .thenRejected(new NotProposed(ONE));
        access.given(proposed(ONE, MAKER, ANN), withdrawn(ADMIN))
                .when(approve(ONE, BOB))
                .thenRejected(new NotProposed(ONE));
        access.given(withdrawn(ADMIN), proposed(ONE, MAKER, ANN))
                .when(withdraw(ADMIN))
                .then(withdrawn(ADMIN))
                .when(approve(ONE, BOB))
                .thenRejected(new NotProposed(ONE));
    }

    @Test
    void what_is_given_back_is_not_given_on_top() {
        access.given(withdrawn(MAKER), granted(MAKER)).when(propose(TWO, MAKER)).then(proposed(TWO, MAKER, ANN));
        access.given(granted(MAKER)).when(propose(TWO, MAKER)).thenRejected(new NothingToGive(AccessId.of(EVE)));
        access.given(granted(MAKER), withdrawn(MAKER), granted(MAKER))
                .when(propose(TWO, MAKER))
                .thenRejected(new NothingToGive(AccessId.of(EVE)));
    }

    @Test
    void somebody_withdrawn_as_a_whole_comes_back_as_a_whole() {
        access.given(withdrawn(Set.of()))
                .when(propose(ONE, MAKER))
                .thenRejected(new WithdrawnAsWhole(AccessId.of(EVE)));
        access.given(withdrawn(MAKER), withdrawn(Set.of()), granted(Set.of()))
                .when(withdraw(MAKER))
                .thenNothing();
        access.given().when(propose(ONE, Set.of())).thenRejected(new NothingToGive(AccessId.of(EVE)));
    }

    @Test
    void a_key_is_given_back_what_it_had_and_nothing_more() {
        Subject key = new Subject("api-key-1");
        access.given()
                .when(new ProposeGrant(key, ONE, MAKER, WHY, ANN, NOW))
                .thenRejected(new KeysAreGivenNothing(AccessId.of(key)));
        access.given(new AccessWithdrawn(key, MAKER, WHY, ANN, NOW))
                .when(new ProposeGrant(key, ONE, MAKER, WHY, ANN, NOW))
                .then(new GrantProposed(key, ONE, MAKER, WHY, ANN, NOW));
    }

    @Test
    void every_command_has_its_handler() {
        Handlers.assertEveryCommandIsHandled(AccessCommand.class, AccessAggregate.class);
    }

    private static WithdrawAccess withdraw(Set<RoleName> roles) {
        return new WithdrawAccess(EVE, roles, WHY, ANN, NOW);
    }

    private static ProposeGrant propose(GrantId grant, Set<RoleName> roles) {
        return new ProposeGrant(EVE, grant, roles, WHY, ANN, NOW);
    }

    private static ApproveGrant approve(GrantId grant, Subject by) {
        return new ApproveGrant(EVE, grant, by, NOW);
    }

    private static AccessWithdrawn withdrawn(Set<RoleName> roles) {
        return new AccessWithdrawn(EVE, roles, WHY, ANN, NOW);
    }

    private static GrantProposed proposed(GrantId grant, Set<RoleName> roles, Subject by) {
        return new GrantProposed(EVE, grant, roles, WHY, by, NOW);
    }

    private static AccessGranted granted(Set<RoleName> roles) {
        return new AccessGranted(EVE, ONE, roles, BOB, NOW);
    }
}
