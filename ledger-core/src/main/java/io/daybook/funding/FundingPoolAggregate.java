package io.daybook.funding;

import io.daybook.funding.FundingCommand.AnnounceTopUp;
import io.daybook.funding.FundingCommand.ConfirmTopUp;
import io.daybook.funding.FundingCommand.FollowItem;
import io.daybook.funding.FundingCommand.RecordOpeningBalance;
import io.daybook.funding.FundingCommand.ReserveFunding;
import io.daybook.funding.FundingCommand.SettleFunding;
import io.daybook.kernel.Decision;
import io.daybook.shell.Shell;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's side of a funding pool: holds no rule. */
final class FundingPoolAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private FundingState state = FundingDecider.DECIDER.initial();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<FundingEvent> on(RecordOpeningBalance order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<FundingEvent> on(AnnounceTopUp order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<FundingEvent> on(ConfirmTopUp order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<FundingEvent> on(ReserveFunding order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<FundingEvent> on(SettleFunding order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<FundingEvent> on(FollowItem order) {
        return carryOut(order);
    }

    private Decision<FundingEvent> carryOut(FundingCommand order) {
        return Shell.carryOut(FundingDecider.decide(state, order));
    }

    @EventSourcingHandler
    void on(FundingEvent fact) {
        id = fact.streamId();
        state = FundingDecider.DECIDER.evolve().apply(state, fact);
    }
}
