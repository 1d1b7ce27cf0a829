package io.daybook.api.eventlog;

import org.axonframework.common.IdentifierFactory;

/** Names Axon's messages, found by Axon as a service: its own factory makes all threads wait for one secure source. */
public final class MessageIds extends IdentifierFactory {
    @Override
    public String generateIdentifier() {
        return TimeOrderedIds.next().toString();
    }
}
