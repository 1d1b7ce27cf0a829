package io.daybook.api.http.time;

import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Texts;
import io.daybook.calendar.BookYears;
import io.daybook.calendar.PayCalendar;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Sealed;
import io.daybook.timesheet.TimeEntry;
import io.daybook.timesheet.TimeEntryId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Time worked, as a client sends it: {@code start} with its offset, or {@code date} where only that is known.
 *
 * @param seconds whole seconds worked
 */
record EntryBody(
        @Nullable Instant start,
        @Nullable LocalDate date,
        long seconds,
        @Nullable String task,
        @Nullable String notes) {
    private static final int MOST_CHARACTERS = 2_000;

    /** @param pointer where in the body it stands */
    TimeEntry toEntry(
            String pointer, TimeEntryId id, ContractorId contractor, PayCalendar calendar, PersonVault vault) {
        if ((start == null) == (date == null))
            throw ProblemException.at(pointer, "bad-value", "An entry has a start or a date, and not both.");
        LocalDate workDate = start == null ? Objects.requireNonNull(date) : calendar.workDate(start);
        if (!BookYears.hold(workDate))
            throw ProblemException.at(pointer + "/start", "bad-value", "Time is worked from 1900 to 9998.");
        String note = Texts.optional(pointer + "/notes", notes, MOST_CHARACTERS);
        String work = Texts.optional(pointer + "/task", task, MOST_CHARACTERS);
        Sealed sealed = note == null ? null : vault.seal(contractor.person(), note);
        return new TimeEntry(
                id,
                workDate,
                start == null ? calendar.startOf(workDate) : start,
                start != null,
                seconds,
                work == null ? "" : work,
                sealed);
    }
}
