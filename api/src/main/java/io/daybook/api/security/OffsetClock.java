package io.daybook.api.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The one clock of the domain: the machine's, moved forward by what is configured and what development has added. */
public final class OffsetClock implements InstantSource {
    private final InstantSource machine;
    private final Duration configured;
    private volatile Duration added = Duration.ZERO;

    public OffsetClock(Duration configured) {
        this.machine = Clock.systemUTC();
        this.configured = configured;
    }

    /** In microseconds, as the database keeps them. */
    @Override
    public Instant instant() {
        return machine.instant().plus(configured).plus(added).truncatedTo(ChronoUnit.MICROS);
    }

    public Duration offset() {
        return configured.plus(added);
    }

    /** Never runs backwards: a node that read an older sum keeps the newer one. */
    synchronized void added(Duration sum) {
        if (sum.compareTo(added) > 0) added = sum;
    }
}
