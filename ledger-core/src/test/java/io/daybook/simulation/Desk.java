package io.daybook.simulation;

import io.daybook.kernel.Decider;
import io.daybook.kernel.Decision;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Recorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One node's memory of one kind of stream. It does not hear of what others write until its own writing is refused. */
final class Desk<C extends DomainCommand, S, E extends DomainEvent> {
    private final Class<C> orders;
    private final Class<E> facts;
    private final Decider<C, S, E> rules;
    private final SimulatedLog log;
    private final Map<String, Known<S>> known = new HashMap<>();

    private record Known<S>(S state, int facts) {}

    /** @param from how many facts of the stream it was decided from */
    record Decided<E extends DomainEvent>(Decision<E> decision, int from) {}

    Desk(Class<C> orders, Class<E> facts, Decider<C, S, E> rules, SimulatedLog log) {
        this.orders = orders;
        this.facts = facts;
        this.rules = rules;
        this.log = log;
    }

    boolean takes(DomainCommand order) {
        return orders.isInstance(order);
    }

    Decided<E> decide(DomainCommand order) {
        Known<S> state = known.computeIfAbsent(order.streamId(), this::read);
        return new Decided<>(rules.decide().apply(state.state(), orders.cast(order)), state.facts());
    }

    private Known<S> read(String stream) {
        S state = rules.initial();
        List<Recorded> all = log.stream(stream);
        for (Recorded fact : all) state = rules.evolve().apply(state, facts.cast(fact.event()));
        return new Known<>(state, all.size());
    }

    /** What this node itself has just written, it need not read. */
    void wrote(String stream, List<? extends DomainEvent> events) {
        known.computeIfPresent(stream, (id, before) -> {
            S state = before.state();
            for (DomainEvent event : events) state = rules.evolve().apply(state, facts.cast(event));
            return new Known<>(state, before.facts() + events.size());
        });
    }

    void forget(String stream) {
        known.remove(stream);
    }
}
