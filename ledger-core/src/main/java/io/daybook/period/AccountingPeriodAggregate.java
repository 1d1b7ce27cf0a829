package io.daybook.period;

import io.daybook.kernel.Decision;
import io.daybook.period.PeriodCommand.ClosePeriod;
import io.daybook.period.PeriodCommand.ReopenPeriod;
import io.daybook.shell.Shell;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's side of an accounting period: holds no rule. */
final class AccountingPeriodAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private PeriodState state = PeriodDecider.DECIDER.initial();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<PeriodEvent> on(ClosePeriod order) {
        return Shell.carryOut(PeriodDecider.decide(state, order));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<PeriodEvent> on(ReopenPeriod order) {
        return Shell.carryOut(PeriodDecider.decide(state, order));
    }

    @EventSourcingHandler
    void on(PeriodEvent fact) {
        id = fact.streamId();
        state = PeriodDecider.DECIDER.evolve().apply(state, fact);
    }
}
