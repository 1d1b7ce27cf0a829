package io.daybook.shell;

import io.daybook.kernel.Decision;
import io.daybook.kernel.DomainEvent;
import org.axonframework.modelling.command.AggregateLifecycle;

/** Turns a rule's answer into what Axon does with it. */
public final class Shell {
    private Shell() {}

    /** Applies the accepted events to the aggregate at hand and hands the decision on; a rejection applies nothing. */
    public static <E extends DomainEvent> Decision<E> carryOut(Decision<E> decision) {
        if (decision instanceof Decision.Accepted<E>(var events)) events.forEach(AggregateLifecycle::apply);
        return decision;
    }
}
