package io.daybook.payout.engine;

import java.time.Instant;
import java.util.Optional;

/** Stops everything that would leave by a rail, on every node and over restarts, until a person starts it again. */
public interface RailSwitch {
    /** Empty while the rail may send. May lag by a second. */
    Optional<Stop> stopped(String rail);

    void stop(String rail, Stop stop);

    void start(String rail, String actor, Instant at);

    /** @param code stable, kebab-case @param reason one sentence @param actor who stopped it */
    record Stop(String code, String reason, String actor, Instant at) {}
}
