package io.daybook.statement;

import io.daybook.kernel.Decision;
import io.daybook.shell.Shell;
import io.daybook.statement.StatementCommand.IssueStatement;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's side of a statement: holds no rule. */
final class StatementAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private StatementState state = StatementDecider.DECIDER.initial();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<StatementEvent> on(IssueStatement order) {
        return Shell.carryOut(StatementDecider.decide(state, order));
    }

    @EventSourcingHandler
    void on(StatementEvent fact) {
        id = fact.streamId();
        state = StatementDecider.DECIDER.evolve().apply(state, fact);
    }
}
