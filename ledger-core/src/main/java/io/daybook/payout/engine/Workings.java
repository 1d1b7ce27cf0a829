package io.daybook.payout.engine;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * What an engine takes from the process it runs in. A simulation brings its own and so decides all that happens.
 *
 * @param names one for each order that is known again by its content; never the same twice
 */
public record Workings(Ticks ticks, Together together, Supplier<String> names) {
    public static final Workings REAL =
            new Workings(Ticks.REAL, new OnThreads(), () -> UUID.randomUUID().toString());
}
