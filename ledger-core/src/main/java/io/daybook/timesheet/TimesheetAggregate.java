package io.daybook.timesheet;

import io.daybook.kernel.Decision;
import io.daybook.shell.Shell;
import io.daybook.timesheet.TimesheetCommand.ApproveTimesheet;
import io.daybook.timesheet.TimesheetCommand.CorrectTimesheet;
import io.daybook.timesheet.TimesheetCommand.DisputeTimesheet;
import io.daybook.timesheet.TimesheetCommand.LockTimesheet;
import io.daybook.timesheet.TimesheetCommand.OpenTimesheet;
import io.daybook.timesheet.TimesheetCommand.RecordTimeEntries;
import io.daybook.timesheet.TimesheetCommand.RejectTimesheet;
import io.daybook.timesheet.TimesheetCommand.SubmitTimesheet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's side of a timesheet: holds no rule. */
final class TimesheetAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private TimesheetState state = TimesheetDecider.DECIDER.initial();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<TimesheetEvent> on(OpenTimesheet order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<TimesheetEvent> on(RecordTimeEntries order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<TimesheetEvent> on(SubmitTimesheet order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<TimesheetEvent> on(ApproveTimesheet order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<TimesheetEvent> on(RejectTimesheet order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<TimesheetEvent> on(DisputeTimesheet order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<TimesheetEvent> on(CorrectTimesheet order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<TimesheetEvent> on(LockTimesheet order) {
        return carryOut(order);
    }

    private Decision<TimesheetEvent> carryOut(TimesheetCommand order) {
        return Shell.carryOut(TimesheetDecider.decide(state, order));
    }

    @EventSourcingHandler
    void on(TimesheetEvent fact) {
        id = fact.streamId();
        state = TimesheetEvolution.evolve(state, fact);
    }
}
