package io.daybook.kernel;

import java.util.List;

/** Gives orders. An answer means durable; an exception means unknown, and the same id may be sent again. */
public interface Commands {
    /**
     * Carries out one order and, in the same transaction as its events, the riders.
     * A rider that fails takes the order with it.
     */
    Outcome send(DomainCommand command, Cause cause, List<Rider> riders);

    default Outcome send(DomainCommand command, Cause cause) {
        return send(command, cause, List.of());
    }
}
