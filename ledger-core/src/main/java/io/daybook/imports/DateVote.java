package io.daybook.imports;

import java.util.Optional;

/**
 * Finds a file's date order from all its dates: a date that exists in one order only speaks for that order.
 * Dates that read the same either way say nothing.
 */
final class DateVote {
    private long dayFirst;
    private long monthFirst;
    private boolean undecided;

    void see(String text) {
        PrintedDate.of(text).filter(date -> !date.yearFirst()).ifPresent(this::count);
    }

    private void count(PrintedDate date) {
        boolean day = date.canBe(DateOrder.DAY_FIRST);
        boolean month = date.canBe(DateOrder.MONTH_FIRST);
        if (day && !month) dayFirst++;
        if (month && !day) monthFirst++;
        if (day && month && date.first() != date.second()) undecided = true;
    }

    /** Empty when the file fits both orders, or speaks as much for the one as for the other. */
    Optional<DateOrder> result() {
        if (dayFirst != monthFirst)
            return Optional.of(dayFirst > monthFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
        return undecided || dayFirst > 0 ? Optional.empty() : Optional.of(DateOrder.DAY_FIRST);
    }
}
