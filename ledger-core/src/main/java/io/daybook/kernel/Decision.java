package io.daybook.kernel;

import java.util.List;

/** What a rule answers: facts to record (none, when the order was carried out before), or a reason why not. */
public sealed interface Decision<E extends DomainEvent> {
    record Accepted<E extends DomainEvent>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Rejected<E extends DomainEvent>(Rejection reason) implements Decision<E> {}

    @SafeVarargs
    static <E extends DomainEvent> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E extends DomainEvent> Decision<E> accept(List<? extends E> events) {
        return new Accepted<>(List.copyOf(events));
    }

    static <E extends DomainEvent> Decision<E> reject(Rejection reason) {
        return new Rejected<>(reason);
    }
}
