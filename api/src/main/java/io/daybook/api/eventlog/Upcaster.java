package io.daybook.api.eventlog;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns an event as it was stored in one revision into the next. What is stored is never touched: this runs at each reading, so
 * it depends on nothing but its input, and it stays for ever.
 *
 * @param type the event's stored name
 * @param from the revision that it reads; it makes {@code from + 1}
 * @param change from the stored JSON to the next revision's; it may change its argument
 */
public record Upcaster(String type, int from, UnaryOperator<ObjectNode> change) {
    public Upcaster {
        if (from < 1) throw new IllegalArgumentException("revisions count from 1");
    }
}
