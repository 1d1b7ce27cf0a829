package io.daybook.access;

import io.daybook.access.AccessCommand.ApproveGrant;
import io.daybook.access.AccessCommand.ProposeGrant;
import io.daybook.access.AccessCommand.WithdrawAccess;
import io.daybook.kernel.Decision;
import io.daybook.shell.Shell;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's side of a subject's access: holds no rule. */
final class AccessAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private AccessState state = AccessDecider.DECIDER.initial();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccessEvent> on(WithdrawAccess order) {
        return Shell.carryOut(AccessDecider.decide(state, order));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccessEvent> on(ProposeGrant order) {
        return Shell.carryOut(AccessDecider.decide(state, order));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccessEvent> on(ApproveGrant order) {
        return Shell.carryOut(AccessDecider.decide(state, order));
    }

    @EventSourcingHandler
    void on(AccessEvent fact) {
        id = fact.streamId();
        state = AccessDecider.DECIDER.evolve().apply(state, fact);
    }
}
