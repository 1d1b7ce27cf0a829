package io.daybook.kernel;

import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The pure rules of one kind of stream: no clock, random, logger or query inside. */
public record Decider<C extends DomainCommand, S, E extends DomainEvent>(
        S initial, BiFunction<S, C, Decision<E>> decide, BiFunction<S, E, S> evolve) {
    /**
     * Two orders in one decision, the second on what the first leaves. Where the first changes nothing, or the second is
     * refused, the first stands alone.
     */
    public Decision<E> both(S state, C first, C second) {
        Decision<E> decided = decide.apply(state, first);
        if (!(decided instanceof Decision.Accepted<E>(var events)) || events.isEmpty()) return decided;
        S between = state;
        for (E event : events) between = evolve.apply(between, event);
        if (!(decide.apply(between, second) instanceof Decision.Accepted<E>(var more))) return decided;
        return Decision.accept(Stream.concat(events.stream(), more.stream()).toList());
    }
}
