package io.daybook.engagement;

import io.daybook.engagement.EngagementCommand.AgreeRate;
import io.daybook.engagement.EngagementCommand.ChangeOverlapRule;
import io.daybook.engagement.EngagementCommand.ChangeTerms;
import io.daybook.engagement.EngagementCommand.ChangeWeeklyCap;
import io.daybook.engagement.EngagementCommand.EndEngagement;
import io.daybook.engagement.EngagementCommand.OpenEngagement;
import io.daybook.engagement.EngagementCommand.StartEngagement;
import io.daybook.kernel.Decision;
import io.daybook.shell.Shell;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's side of a engagement: holds no rule. */
final class EngagementAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private EngagementState state = EngagementDecider.DECIDER.initial();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<EngagementEvent> on(StartEngagement order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<EngagementEvent> on(OpenEngagement order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<EngagementEvent> on(ChangeTerms order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<EngagementEvent> on(AgreeRate order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<EngagementEvent> on(ChangeWeeklyCap order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<EngagementEvent> on(ChangeOverlapRule order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<EngagementEvent> on(EndEngagement order) {
        return carryOut(order);
    }

    private Decision<EngagementEvent> carryOut(EngagementCommand order) {
        return Shell.carryOut(EngagementDecider.decide(state, order));
    }

    @EventSourcingHandler
    void on(EngagementEvent fact) {
        id = fact.streamId();
        state = EngagementDecider.evolve(state, fact);
    }
}
