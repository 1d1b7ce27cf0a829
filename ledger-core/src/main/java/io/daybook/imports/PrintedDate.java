package io.daybook.imports;

import io.daybook.calendar.BookYears;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date as three printed numbers; where the year comes last, only the file as a whole says which of the others is the day. */
record PrintedDate(int first, int second, int third, boolean yearFirst) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})\\.?");
    private static final int YEAR_DIGITS = 4;

    static Optional<PrintedDate> of(String text) {
        Matcher m = SHAPE.matcher(text);
        if (!m.matches()) return Optional.empty();
        boolean yearFirst = m.group(1).length() == YEAR_DIGITS;
        if (yearFirst
                ? m.group(4).length() > 2
                : m.group(1).length() > 2 || m.group(4).length() != YEAR_DIGITS) return Optional.empty();
        return Optional.of(new PrintedDate(
                Integer.parseInt(m.group(1)), Integer.parseInt(m.group(3)), Integer.parseInt(m.group(4)), yearFirst));
    }

    /** Empty when there is no such day, or none in the years of the books. */
    Optional<LocalDate> in(DateOrder order) {
        try {
            LocalDate date = yearFirst
                    ? LocalDate.of(first, second, third)
                    : switch (order) {
                        case DAY_FIRST -> LocalDate.of(third, second, first);
                        case MONTH_FIRST -> LocalDate.of(third, first, second);
                    };
            return Optional.of(date).filter(BookYears::hold);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean canBe(DateOrder order) {
        return in(order).isPresent();
    }
}
