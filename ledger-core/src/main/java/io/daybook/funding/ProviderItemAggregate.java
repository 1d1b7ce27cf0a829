package io.daybook.funding;

import io.daybook.funding.ProviderItemCommand.RecordItem;
import io.daybook.kernel.Decision;
import io.daybook.shell.Shell;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's side of one line of a provider's book: holds no rule. */
final class ProviderItemAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private boolean state = ProviderItemDecider.DECIDER.initial();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<ProviderItemEvent> on(RecordItem order) {
        return carryOut(order);
    }

    private Decision<ProviderItemEvent> carryOut(ProviderItemCommand order) {
        return Shell.carryOut(ProviderItemDecider.decide(state, order));
    }

    @EventSourcingHandler
    void on(ProviderItemEvent fact) {
        id = fact.streamId();
        state = ProviderItemDecider.DECIDER.evolve().apply(state, fact);
    }
}
