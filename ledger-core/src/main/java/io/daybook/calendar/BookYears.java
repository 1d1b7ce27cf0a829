package io.daybook.calendar;

import java.time.LocalDate;

/**
 * The years that the books can be about. What lies beyond could be put into the log and not be taken into any table; the last of
 * them is left out for dates, as a period that begins in it may end beyond.
 */
public final class BookYears {
    public static final int FIRST = 1900;
    public static final int LAST = 9999;

    private BookYears() {}

    public static boolean hold(LocalDate date) {
        return date.getYear() >= FIRST && date.getYear() < LAST;
    }
}
