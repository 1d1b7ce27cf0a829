package io.daybook.api.watch;

import io.daybook.kernel.Subject;
import java.time.Instant;

/**
 * What one person was refused, counted.
 *
 * @param code of the refusal
 * @param routes where, some of them
 */
public record RefusedAttempt(Subject subject, String code, long count, String routes, Instant lastAt) {}
