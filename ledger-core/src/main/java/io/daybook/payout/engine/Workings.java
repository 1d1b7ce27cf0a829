package io.daybook.payout.engine;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What an engine takes from the process it runs in. A simulation brings its own and so decides all that happens.
 *
 * @param names one for each order that is known again by its content; never the same twice
 */
public record Workings(Ticks ticks, Together together, Supplier<String> names) {
    public static final Workings REAL = new Workings(Ticks.REAL, new OnThreads(), counted(UUID.randomUUID()));

    /** Numbers after one random name: a name of its own for each would make all threads wait for one secure source. */
    private static Supplier<String> counted(UUID process) {
        AtomicLong last = new AtomicLong();
        return () -> process + "-" + last.incrementAndGet();
    }
}
