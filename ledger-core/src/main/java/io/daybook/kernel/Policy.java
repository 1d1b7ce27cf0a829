package io.daybook.kernel;

import java.util.List;

/** "When this has happened, that must be done": answers each fact with orders, and touches nothing else. */
public interface Policy {
    /** Stable: it is part of the command ids this policy gives. */
    String name();

    List<Order> react(Recorded recorded);

    /** One order, with what tells it from the policy's other orders for the same fact. */
    record Order(DomainCommand command, String target) {
        public static Order of(DomainCommand command) {
            return new Order(command, command.streamId());
        }
    }
}
