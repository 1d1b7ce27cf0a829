package io.daybook.architecture.canary.timesheet;

import org.axonframework.modelling.command.AggregateLifecycle;

final class AxonOutsideTheShell {
    static void tell(Object fact) {
        AggregateLifecycle.apply(fact);
    }
}
