package io.daybook.api.http.time;

import io.daybook.calendar.PayCalendar;
import java.time.LocalDate;
import java.util.Optional;

/** Whether a date names a week: only its first day does. */
final class Weeks {
    private Weeks() {}

    /** What is wrong with a date that names no week, and which one would. */
    static Optional<String> notAFirstDay(PayCalendar calendar, LocalDate date) {
        LocalDate first = calendar.periodOf(date).from();
        return first.equals(date)
                ? Optional.empty()
                : Optional.of("is the first day of a week: " + first + " for the week of " + date);
    }
}
