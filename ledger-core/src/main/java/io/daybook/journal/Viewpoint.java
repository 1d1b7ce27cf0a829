package io.daybook.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which facts a reader counts: those in force before one instant, and those the log held up to one position.
 *
 * @param before effective before this; null counts all
 * @param knownPosition in the log up to and with this; null for all
 * @param knownAt in the log up to and with this instant; null for all
 */
public record Viewpoint(
        @Nullable Instant before,
        @Nullable Long knownPosition,
        @Nullable Instant knownAt) {
    private static final String FOR_EVER = "infinity";

    public static final Viewpoint NOW = new Viewpoint(null, null, null);

    /** In force at {@code instant}, that instant included. */
    public static Viewpoint asOf(Instant instant) {
        return new Viewpoint(instant.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS), null, null);
    }

    /** In force before the next midnight. */
    public static Viewpoint asOf(LocalDate date, ZoneId zone) {
        return new Viewpoint(date.plusDays(1).atStartOfDay(zone).toInstant(), null, null);
    }

    public Viewpoint knownAt(long position) {
        return new Viewpoint(before, position, null);
    }

    public Viewpoint knownAt(Instant instant) {
        return new Viewpoint(before, null, instant);
    }

    /** {@link #before} for SQL, as text. */
    String end() {
        return before == null ? FOR_EVER : before.toString();
    }

    /** {@link #knownPosition}, or behind every position. */
    long lastPosition() {
        return knownPosition == null ? Long.MAX_VALUE : knownPosition;
    }

    /** {@link #knownAt} for SQL, as text. */
    String lastRecordedAt() {
        return knownAt == null ? FOR_EVER : knownAt.toString();
    }

    boolean isNow() {
        return before == null && knownPosition == null && knownAt == null;
    }
}
