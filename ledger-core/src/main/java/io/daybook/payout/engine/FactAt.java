package io.daybook.payout.engine;

import io.daybook.kernel.DomainEvent;
import java.util.Optional;

/** Reads a fact back by its place in the log: what an order has just written, before any view shows it. */
@FunctionalInterface
public interface FactAt {
    Optional<DomainEvent> find(long position);
}
