package io.daybook.access.key;

import io.daybook.access.key.ApiKeyCommand.ApproveApiKey;
import io.daybook.access.key.ApiKeyCommand.MakeApiKey;
import io.daybook.access.key.ApiKeyCommand.RevokeApiKey;
import io.daybook.access.key.ApiKeyCommand.RotateApiKey;
import io.daybook.kernel.Decision;
import io.daybook.shell.Shell;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's side of a key: holds no rule. */
final class ApiKeyAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private ApiKeyState state = ApiKeyDecider.DECIDER.initial();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<ApiKeyEvent> on(MakeApiKey order) {
        return Shell.carryOut(ApiKeyDecider.decide(state, order));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<ApiKeyEvent> on(ApproveApiKey order) {
        return Shell.carryOut(ApiKeyDecider.decide(state, order));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<ApiKeyEvent> on(RotateApiKey order) {
        return Shell.carryOut(ApiKeyDecider.decide(state, order));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<ApiKeyEvent> on(RevokeApiKey order) {
        return Shell.carryOut(ApiKeyDecider.decide(state, order));
    }

    @EventSourcingHandler
    void on(ApiKeyEvent fact) {
        id = fact.streamId();
        state = ApiKeyDecider.DECIDER.evolve().apply(state, fact);
    }
}
