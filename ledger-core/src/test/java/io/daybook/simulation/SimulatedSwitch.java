package io.daybook.simulation;

import io.daybook.payout.engine.RailCursors;
import io.daybook.payout.engine.RailSwitch;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rail's switch and how far the provider's book was read, as the database keeps them. */
final class SimulatedSwitch implements RailSwitch, RailCursors {
    private final Oracle oracle;
    private @Nullable Stop stop;
    private @Nullable String cursor;

    SimulatedSwitch(Oracle oracle) {
        this.oracle = oracle;
    }

    @Override
    public Optional<Stop> stopped(String rail) {
        return Optional.ofNullable(stop);
    }

    @Override
    public void stop(String rail, Stop why) {
        oracle.stopped(why);
        stop = why;
    }

    @Override
    public void start(String rail, String actor, Instant at) {
        stop = null;
    }

    @Override
    public Optional<String> find(String rail) {
        return Optional.ofNullable(cursor);
    }

    @Override
    public void move(String rail, String to) {
        cursor = to;
    }
}
