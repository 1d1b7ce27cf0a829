package io.daybook.payout;

import io.daybook.kernel.Decision;
import io.daybook.payout.PayoutBatchCommand.ApproveBatch;
import io.daybook.payout.PayoutBatchCommand.BeginExecution;
import io.daybook.payout.PayoutBatchCommand.CancelBatch;
import io.daybook.payout.PayoutBatchCommand.CompleteBatch;
import io.daybook.payout.PayoutBatchCommand.DraftBatch;
import io.daybook.payout.PayoutBatchCommand.FreezeBatch;
import io.daybook.payout.PayoutBatchCommand.NoteStrayObject;
import io.daybook.payout.PayoutBatchCommand.PauseBatch;
import io.daybook.payout.PayoutBatchCommand.ReleaseBatch;
import io.daybook.payout.PayoutBatchCommand.ResumeBatch;
import io.daybook.shell.Shell;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's side of a batch: holds no rule. */
final class PayoutBatchAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private PayoutBatchState state = PayoutBatchDecider.DECIDER.initial();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<PayoutBatchEvent> on(DraftBatch order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<PayoutBatchEvent> on(FreezeBatch order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<PayoutBatchEvent> on(ApproveBatch order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<PayoutBatchEvent> on(ReleaseBatch order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<PayoutBatchEvent> on(BeginExecution order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<PayoutBatchEvent> on(PauseBatch order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<PayoutBatchEvent> on(ResumeBatch order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<PayoutBatchEvent> on(CancelBatch order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<PayoutBatchEvent> on(CompleteBatch order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<PayoutBatchEvent> on(NoteStrayObject order) {
        return carryOut(order);
    }

    private Decision<PayoutBatchEvent> carryOut(PayoutBatchCommand order) {
        return Shell.carryOut(PayoutBatchDecider.decide(state, order));
    }

    @EventSourcingHandler
    void on(PayoutBatchEvent fact) {
        id = fact.streamId();
        state = PayoutBatchDecider.evolve(state, fact);
    }
}
