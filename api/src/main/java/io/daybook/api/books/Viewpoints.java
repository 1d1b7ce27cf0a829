package io.daybook.api.books;

import io.daybook.api.boot.DaybookProperties;
import io.daybook.api.http.json.BookTimes;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.journal.Viewpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads {@code asOf}, {@code knownAt}, {@code from} and {@code to}. A date means a whole day in the books' zone, both ends
 * included; an instant is exact, and {@code to} as an instant is not included.
 */
@Component
public final class Viewpoints {
    private final ZoneId zone;

    public Viewpoints(DaybookProperties daybook) {
        this.zone = daybook.timeZone();
    }

    /** Of the books: a date is a day there. */
    public ZoneId zone() {
        return zone;
    }

    /** @param knownAt a position (digits) or an instant */
    public Viewpoint of(@Nullable String asOf, @Nullable String knownAt) {
        Viewpoint effective = asOf == null
                ? Viewpoint.NOW
                : isDate(asOf) ? Viewpoint.asOf(date("asOf", asOf), zone) : Viewpoint.asOf(instant("asOf", asOf));
        if (knownAt == null) return effective;
        return knownAt.chars().allMatch(Character::isDigit) && !knownAt.isEmpty()
                ? effective.knownAt(position(knownAt))
                : effective.knownAt(instant("knownAt", knownAt));
    }

    /** From an instant on and before another; null is open. */
    public record Span(@Nullable Instant from, @Nullable Instant to) {}

    /** Errors: {@code bad-parameter} when it ends before it begins. */
    public Span span(@Nullable String from, @Nullable String to) {
        Instant begin = from(from);
        Instant end = to(to);
        if (begin != null && end != null) {
            boolean noDay = begin.equals(end) && to != null && isDate(to);
            if (end.isBefore(begin) || noDay) throw ProblemException.badParameter("to", "is not before from");
        }
        return new Span(begin, end);
    }

    private @Nullable Instant from(@Nullable String from) {
        if (from == null) return null;
        return isDate(from) ? date("from", from).atStartOfDay(zone).toInstant() : instant("from", from);
    }

    private @Nullable Instant to(@Nullable String to) {
        if (to == null) return null;
        return isDate(to) ? date("to", to).plusDays(1).atStartOfDay(zone).toInstant() : instant("to", to);
    }

    private static boolean isDate(String text) {
        return text.indexOf('T') < 0;
    }

    private static LocalDate date(String name, String text) {
        return BookTimes.date(text).orElseThrow(() -> bad(name));
    }

    private static Instant instant(String name, String text) {
        return BookTimes.instant(text).orElseThrow(() -> bad(name));
    }

    private static long position(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw bad("knownAt");
        }
    }

    private static ProblemException bad(String name) {
        return ProblemException.badParameter(
                name, "is a date like 2026-05-04 or an instant like 2026-05-04T10:00:00Z, from 1900 to 9998");
    }
}
