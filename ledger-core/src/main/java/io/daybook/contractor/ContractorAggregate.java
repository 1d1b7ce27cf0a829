package io.daybook.contractor;

import io.daybook.contractor.ContractorCommand.ApprovePayoutDestination;
import io.daybook.contractor.ContractorCommand.ChangeContractorDetails;
import io.daybook.contractor.ContractorCommand.LiftHold;
import io.daybook.contractor.ContractorCommand.PlaceHold;
import io.daybook.contractor.ContractorCommand.RegisterContractor;
import io.daybook.contractor.ContractorCommand.SetPayoutDestination;
import io.daybook.contractor.ContractorCommand.UpdateRequirements;
import io.daybook.kernel.Decision;
import io.daybook.shell.Shell;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's side of a contractor: holds no rule. */
final class ContractorAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private ContractorState state = ContractorDecider.DECIDER.initial();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<ContractorEvent> on(RegisterContractor order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<ContractorEvent> on(ChangeContractorDetails order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<ContractorEvent> on(UpdateRequirements order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<ContractorEvent> on(SetPayoutDestination order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<ContractorEvent> on(ApprovePayoutDestination order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<ContractorEvent> on(PlaceHold order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<ContractorEvent> on(LiftHold order) {
        return carryOut(order);
    }

    private Decision<ContractorEvent> carryOut(ContractorCommand order) {
        return Shell.carryOut(ContractorDecider.decide(state, order));
    }

    @EventSourcingHandler
    void on(ContractorEvent fact) {
        id = fact.streamId();
        state = ContractorDecider.evolve(state, fact);
    }
}
