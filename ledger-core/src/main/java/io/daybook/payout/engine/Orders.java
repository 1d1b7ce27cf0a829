package io.daybook.payout.engine;

import io.daybook.account.AccountCommand;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Commands;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Origin;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Rider;
import io.daybook.kernel.Subject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives the engine's orders and reads what they wrote. */
final class Orders {
    private final Commands commands;
    private final FactAt facts;
    private final Supplier<List<Rider>> tickets;
    private final Supplier<String> names;

    /** @param tickets go with every intent */
    Orders(Commands commands, FactAt facts, Supplier<List<Rider>> tickets, Supplier<String> names) {
        this.commands = commands;
        this.facts = facts;
        this.tickets = tickets;
        this.names = names;
    }

    /** An order that records what is sent next: only while this node is in charge, on the log that it knows. */
    Outcome intend(DomainCommand order, String belongsTo) {
        CommandId id = newId(order);
        return commands.send(order, new Cause(Origin.ENGINE, id, Subject.SYSTEM, belongsTo, null), tickets.get());
    }

    /** An order that its decider knows again by its content: each try has an id of its own, so that a no is not for ever. */
    Outcome give(DomainCommand order, String belongsTo) {
        return commands.send(order, new Cause(Origin.ENGINE, newId(order), Subject.SYSTEM, belongsTo, null));
    }

    /** An order with the same answer for ever. */
    Outcome once(DomainCommand order, String id, String belongsTo) {
        return commands.send(order, new Cause(Origin.ENGINE, new CommandId(id), Subject.SYSTEM, belongsTo, null));
    }

    /** An order that a person gave; its decider knows it again by its content. */
    Outcome by(Subject actor, DomainCommand order, String belongsTo) {
        CommandId id = newId(order);
        return commands.send(order, new Cause(Origin.ENGINE, id, actor, belongsTo, null));
    }

    private CommandId newId(DomainCommand order) {
        return new CommandId(nameOf(order) + ":" + names.get());
    }

    private static String nameOf(DomainCommand order) {
        return order instanceof AccountCommand.Both(var first, var second)
                ? nameOf(first) + "+" + nameOf(second)
                : order.getClass().getSimpleName();
    }

    /** The last fact that the order wrote; empty when it was refused or had been carried out before. */
    Optional<DomainEvent> written(AccountCommand order, Outcome outcome) {
        return outcome instanceof Outcome.Done done && done.isNew()
                ? facts.find(done.position()).filter(fact -> fact.streamId().equals(order.streamId()))
                : Optional.empty();
    }
}
