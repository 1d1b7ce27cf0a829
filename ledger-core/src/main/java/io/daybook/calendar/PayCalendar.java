package io.daybook.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * Weekly pay periods: they begin at 00:00 of {@code firstDay} in {@code zone} and end 7 days later.
 * An instant belongs whole to the work date and period it falls in, in this zone.
 */
public record PayCalendar(ZoneId zone, DayOfWeek firstDay) {
    /** Weeks from Saturday to Friday as India counts them. */
    public static final PayCalendar SATURDAYS_IN_KOLKATA =
            new PayCalendar(ZoneId.of("Asia/Kolkata"), DayOfWeek.SATURDAY);

    public static PayCalendar mondays(ZoneId zone) {
        return new PayCalendar(zone, DayOfWeek.MONDAY);
    }

    public PayPeriod periodOf(LocalDate date) {
        LocalDate from = date.with(TemporalAdjusters.previousOrSame(firstDay));
        return new PayPeriod(from, from.plusDays(6));
    }

    public LocalDate workDate(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The first instant of a date; 01:00 where the zone skips midnight. */
    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** The first instant after the period. */
    public Instant endOf(PayPeriod period) {
        return startOf(period.to().plusDays(1));
    }
}
