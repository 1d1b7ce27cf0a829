package io.daybook.shell;

import io.daybook.kernel.Decision;
import io.daybook.kernel.DomainEvent;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/** Turns a rule's answer into what Axon does with it. */
public final class Shell {
    /** Of the unit of work: the {@code seq} of the stream's last event that the rule knew, −1 where it knew none. */
    public static final String DECIDED_FROM = "decided-from";

    private Shell() {}

    /** Applies the accepted events to the aggregate at hand and hands the decision on; a rejection applies nothing. */
    public static <E extends DomainEvent> Decision<E> carryOut(Decision<E> decision) {
        @Nullable Long last = AggregateLifecycle.getVersion();
        CurrentUnitOfWork.get().resources().put(DECIDED_FROM, last == null ? -1 : last);
        if (decision instanceof Decision.Accepted<E>(var events)) events.forEach(AggregateLifecycle::apply);
        return decision;
    }
}
