package io.daybook.api.eventlog;

import java.time.Instant;

/**
 * A fact that the views do not show.
 *
 * @param code an SQLSTATE or the name of what was thrown; {@code follows} behind another of its stream
 * @param place the constraint, the table or the line of code; empty where none is known
 * @param tries 0 for one that only follows
 */
public record DeadLetter(
        long position, String stream, String type, String code, String place, int tries, Instant parkedAt) {}
