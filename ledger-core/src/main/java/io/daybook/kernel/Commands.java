package io.daybook.kernel;

import java.util.Collection;
import java.util.List;

/** Gives orders. An answer means durable; an exception means unknown, and the same id may be sent again. */
public interface Commands {
    /**
     * Carries out one order and, in the same transaction as its events, the riders.
     * A rider that fails takes the order with it.
     */
    Outcome send(DomainCommand command, Cause cause, List<Rider> riders);

    /**
     * Orders to these streams are about to come: their histories may be read together, which costs less than one by one.
     * Changes no answer, whatever is written to them in between.
     */
    default void expect(Collection<String> streams) {}

    default Outcome send(DomainCommand command, Cause cause) {
        return send(command, cause, List.of());
    }
}
