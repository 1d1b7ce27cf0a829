package io.daybook.imports;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date and time as printed.
 *
 * @param offset where the file itself prints one; otherwise the wall time is in the import's zone
 * @param hidden how much later the true moment may be, where seconds were not printed
 */
record Moment(LocalDateTime wall, @Nullable ZoneOffset offset, Duration hidden) {
    private static final Pattern SHAPE = Pattern.compile("([^T ]+)[T ](.+?) ?(Z|[+-]\\d{2}:?\\d{2})?");

    /** Date, time and perhaps an offset in one text. */
    static Optional<Moment> of(String text, DateOrder order) {
        Matcher m = SHAPE.matcher(text);
        if (!m.matches()) return Optional.empty();
        ZoneOffset offset = m.group(3) == null ? null : offset(m.group(3));
        if (m.group(3) != null && offset == null) return Optional.empty();
        return of(m.group(1), m.group(2), order).map(moment -> new Moment(moment.wall, offset, moment.hidden));
    }

    static Optional<Moment> of(String date, String time, DateOrder order) {
        return PrintedDate.of(date)
                .flatMap(printed -> printed.in(order))
                .flatMap(day ->
                        WallTime.of(time).map(wall -> new Moment(day.atTime(wall.time()), null, wall.hidden())));
    }

    private static @Nullable ZoneOffset offset(String text) {
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The earlier of two instants when the hour repeats; empty when the zone's clocks skip this time. */
    Optional<Instant> in(ZoneId zone) {
        if (offset != null) return Optional.of(wall.toInstant(offset));
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wall);
        return offsets.isEmpty() ? Optional.empty() : Optional.of(wall.toInstant(offsets.getFirst()));
    }

    LocalDate date() {
        return wall.toLocalDate();
    }

    /** The same text for the same moment however its seconds were printed; the zone plays no part. */
    String canonical() {
        return wall + (offset == null ? "" : offset.toString());
    }

    /**
     * Whether {@code end} may be this moment and {@code worked} later, given what was not printed.
     * Wall times are compared as printed, and taken at their word where the clocks change between them.
     */
    boolean reaches(Moment end, WorkedTime worked, ZoneId zone) {
        Duration printed;
        if (offset != null || end.offset != null) {
            Optional<Instant> from = in(zone);
            Optional<Instant> to = end.in(zone);
            if (from.isEmpty() || to.isEmpty()) return true;
            printed = Duration.between(from.get(), to.get());
        } else {
            if (clocksChange(wall, end.wall, zone.getRules())) return true;
            printed = Duration.between(wall, end.wall);
        }
        Duration apart = printed.minusSeconds(worked.seconds());
        return apart.compareTo(end.hidden.plus(worked.early()).negated()) >= 0
                && apart.compareTo(hidden.plus(worked.late())) <= 0;
    }

    private static boolean clocksChange(LocalDateTime from, LocalDateTime to, ZoneRules rules) {
        List<ZoneOffset> first = rules.getValidOffsets(from);
        List<ZoneOffset> last = rules.getValidOffsets(to);
        if (first.isEmpty() || last.isEmpty()) return true;
        Instant start = from.toInstant(first.getFirst());
        ZoneOffsetTransition change = rules.nextTransition(start);
        return change != null && !change.getInstant().isAfter(to.toInstant(last.getLast()));
    }
}
