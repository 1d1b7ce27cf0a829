package io.daybook.shell;

import io.daybook.kernel.DomainCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Finds an order's stream by asking the order, so that commands need no annotation. */
public final class StreamTargets implements CommandTargetResolver {
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        if (command.getPayload() instanceof DomainCommand order)
            return new VersionedAggregateIdentifier(order.streamId(), null);
        throw new IllegalArgumentException(command.getPayloadType().getName() + " is no DomainCommand");
    }
}
