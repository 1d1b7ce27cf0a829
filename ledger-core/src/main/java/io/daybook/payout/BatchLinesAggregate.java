package io.daybook.payout;

import io.daybook.kernel.Decision;
import io.daybook.payout.BatchLinesCommand.FreezeLines;
import io.daybook.shell.Shell;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's side of a chunk of frozen lines: holds no rule. */
final class BatchLinesAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private String state = BatchLinesDecider.DECIDER.initial();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<BatchLinesEvent> on(FreezeLines order) {
        return Shell.carryOut(BatchLinesDecider.decide(state, order));
    }

    @EventSourcingHandler
    void on(BatchLinesEvent fact) {
        id = fact.streamId();
        state = BatchLinesDecider.evolve(state, fact);
    }
}
