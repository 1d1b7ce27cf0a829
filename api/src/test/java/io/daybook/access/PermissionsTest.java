package io.daybook.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.access.AccessCommand.ApproveGrant;
import io.daybook.access.AccessCommand.ProposeGrant;
import io.daybook.access.AccessCommand.WithdrawAccess;
import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import io.daybook.kernel.Decision;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.Rider;
import io.daybook.kernel.RiderTable;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The row that requests rest on says what the rules say, whatever was ordered. */
class PermissionsTest {
    private static final Instant NOW = Instant.parse("2026-06-03T08:00:00Z");
    private static final Subject EVE = new Subject("auth0|eve o'neill");
    private static final Subject ANN = new Subject("ann");
    private static final Subject BOB = new Subject("bob");
    private static final Sealed WHY = new Sealed(new PersonId("staff-ann"), new byte[] {1});
    private static final List<RoleName> ROLES =
            List.of(new RoleName("finance-maker"), new RoleName("admin"), new RoleName("auditor"));
    private static final int ORDERS = 400;

    private final TestDatabase database = TestPostgres.freshDatabase();
    private final Permissions permissions = AccessModule.permissions(database.application());
    private AccessState state = AccessState.UNTOUCHED;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void after_every_order_the_row_is_what_the_rules_come_to() throws SQLException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        assertThat(permissions.find(EVE)).isEmpty();
        for (int i = 0; i < ORDERS; i++) {
            give(random, i);
            Permission row = permissions.find(EVE).orElseGet(() -> Permission.untouched(EVE));
            assertThat(asState(row)).as("seed %s, order %s", seed, i).isEqualTo(state);
        }
        assertThat(permissions.after(null, 10)).hasSize(1);
        assertThat(permissions.after(EVE.value(), 10)).isEmpty();
    }

    private void give(Random random, int number) throws SQLException {
        Set<RoleName> roles = some(random);
        AccessState.Waiting waiting = state.waiting();
        switch (random.nextInt(4)) {
            case 0 -> {
                WithdrawAccess order = new WithdrawAccess(EVE, roles, WHY, ANN, NOW);
                carryOut(order, permissions.riders(order));
            }
            case 1 -> {
                ProposeGrant order = new ProposeGrant(EVE, GrantId.of("" + number), roles, WHY, ANN, NOW);
                carryOut(order, permissions.riders(order));
            }
            default -> {
                if (waiting == null) return;
                Permission.Proposal seen =
                        requireNonNull(permissions.find(EVE).orElseThrow().proposal());
                ApproveGrant order = new ApproveGrant(EVE, seen.grant(), BOB, NOW);
                carryOut(order, permissions.riders(order, seen));
            }
        }
    }

    /** As the gate does: riders go with what is accepted. */
    private void carryOut(AccessCommand order, List<Rider> riders) throws SQLException {
        if (!(AccessDecider.decide(state, order) instanceof Decision.Accepted<AccessEvent>(var facts))) return;
        for (AccessEvent fact : facts) state = AccessDecider.evolve(state, fact);
        try (Connection connection = database.application().getConnection()) {
            for (Rider rider : riders) ((RiderTable) rider).write(connection);
        }
    }

    private static AccessState asState(Permission row) {
        Permission.Proposal proposal = row.proposal();
        AccessState.Waiting waiting =
                proposal == null ? null : new AccessState.Waiting(proposal.grant(), proposal.roles(), proposal.by());
        return new AccessState(row.whole(), row.withdrawn(), row.granted(), waiting);
    }

    /** None of them now and then: the subject as a whole. */
    private static Set<RoleName> some(Random random) {
        Set<RoleName> roles = new HashSet<>();
        for (RoleName role : ROLES) if (random.nextInt(3) == 0) roles.add(role);
        return roles;
    }
}
