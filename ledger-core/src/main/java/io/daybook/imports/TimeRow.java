package io.daybook.imports;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One time entry as a file tells it, before anybody is looked up. Holds personal data: for the moment only, never kept.
 *
 * @param who whose time it is
 * @param project its name as printed
 * @param date the day the work began, as printed
 * @param start when it began; null where the file knows the day only
 * @param moment start or date in one spelling, as the file's wall clock showed it
 * @param seconds above zero and at most a day
 * @param task empty where there is none
 * @param notes empty where there are none
 */
public record TimeRow(
        Who who,
        String project,
        LocalDate date,
        @Nullable Instant start,
        String moment,
        long seconds,
        String task,
        String notes) {

    /** What a row says about its contractor; empty texts where it says nothing. */
    public record Who(String email, String employeeId, String name) {}
}
