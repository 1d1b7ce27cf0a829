package io.daybook.kernel;

import java.util.function.BiFunction;

/** The pure rules of one kind of stream: no clock, random, logger or query inside. */
public record Decider<C extends DomainCommand, S, E extends DomainEvent>(
        S initial, BiFunction<S, C, Decision<E>> decide, BiFunction<S, E, S> evolve) {}
