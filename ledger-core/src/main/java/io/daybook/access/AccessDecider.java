package io.daybook.access;

import static io.daybook.kernel.Decision.accept;
import static io.daybook.kernel.Decision.reject;

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
import io.daybook.access.key.ApiKeyId;
import io.daybook.kernel.Decider;
import io.daybook.kernel.Decision;

/** The rules about access: taking it away is quick, giving it needs two who are not the one it is for. */
final class AccessDecider {
    static final Decider<AccessCommand, AccessState, AccessEvent> DECIDER =
            new Decider<>(AccessState.UNTOUCHED, AccessDecider::decide, AccessDecider::evolve);

    private AccessDecider() {}

    static Decision<AccessEvent> decide(AccessState state, AccessCommand command) {
        return switch (command) {
            case WithdrawAccess c -> withdraw(state, c);
            case ProposeGrant c -> propose(state, c);
            case ApproveGrant c -> approve(state, c);
        };
    }

    private static Decision<AccessEvent> withdraw(AccessState state, WithdrawAccess c) {
        if (state.without(c.roles()).equals(state)) return accept();
        return accept(new AccessWithdrawn(c.subject(), c.roles(), c.reason(), c.by(), c.at()));
    }

    private static Decision<AccessEvent> propose(AccessState state, ProposeGrant c) {
        AccessId access = AccessId.of(c.subject());
        if (state.whole() && !c.roles().isEmpty()) return reject(new WithdrawnAsWhole(access));
        if (state.with(c.roles()).equals(state.waitingFor(null))) return reject(new NothingToGive(access));
        boolean more = !state.withdrawn().containsAll(c.roles());
        if (more && ApiKeyId.isSubject(c.subject())) return reject(new KeysAreGivenNothing(access));
        return accept(new GrantProposed(c.subject(), c.grant(), c.roles(), c.reason(), c.by(), c.at()));
    }

    private static Decision<AccessEvent> approve(AccessState state, ApproveGrant c) {
        AccessState.Waiting waiting = state.waiting();
        if (waiting == null || !waiting.grant().equals(c.grant())) return reject(new NotProposed(c.grant()));
        if (c.by().equals(waiting.by()) || c.by().equals(c.subject())) return reject(new NeedsSecondAdmin(c.grant()));
        return accept(new AccessGranted(c.subject(), c.grant(), waiting.roles(), c.by(), c.at()));
    }

    static AccessState evolve(AccessState state, AccessEvent event) {
        return switch (event) {
            case AccessWithdrawn e -> state.without(e.roles());
            case GrantProposed e -> state.waitingFor(new AccessState.Waiting(e.grant(), e.roles(), e.by()));
            case AccessGranted e -> state.with(e.roles());
        };
    }
}
