package io.daybook.imports;

import static io.daybook.imports.TimeColumn.CONTRACTOR;
import static io.daybook.imports.TimeColumn.DATE;
import static io.daybook.imports.TimeColumn.DURATION;
import static io.daybook.imports.TimeColumn.EMAIL;
import static io.daybook.imports.TimeColumn.EMPLOYEE_ID;
import static io.daybook.imports.TimeColumn.END;
import static io.daybook.imports.TimeColumn.END_DATE;
import static io.daybook.imports.TimeColumn.END_TIME;
import static io.daybook.imports.TimeColumn.FIRST_NAME;
import static io.daybook.imports.TimeColumn.HOURS;
import static io.daybook.imports.TimeColumn.LAST_NAME;
import static io.daybook.imports.TimeColumn.NAME;
import static io.daybook.imports.TimeColumn.NOTES;
import static io.daybook.imports.TimeColumn.PROJECT;
import static io.daybook.imports.TimeColumn.SECONDS;
import static io.daybook.imports.TimeColumn.START;
import static io.daybook.imports.TimeColumn.START_DATE;
import static io.daybook.imports.TimeColumn.START_TIME;
import static io.daybook.imports.TimeColumn.TASK;
import static java.util.Map.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tools whose own CSV exports are read, and Daybook's own format. */
public enum TimeFormat {
    /** The detailed time report: a date and decimal hours a row, no clock times. */
    HARVEST(new Layout<>(
            Map.ofEntries(
                    entry(DATE, List.of("Date")),
                    entry(PROJECT, List.of("Project")),
                    entry(TASK, List.of("Task")),
                    entry(NOTES, List.of("Notes")),
                    entry(HOURS, List.of("Hours")),
                    entry(FIRST_NAME, List.of("First Name")),
                    entry(LAST_NAME, List.of("Last Name")),
                    entry(EMPLOYEE_ID, List.of("Employee Id")),
                    entry(EMAIL, List.of("Email", "E-mail"))),
            List.of(Set.of(DATE), Set.of(PROJECT), Set.of(HOURS), Set.of(EMAIL, EMPLOYEE_ID, FIRST_NAME, LAST_NAME)))),

    /** The detailed report: start, end and duration a row. */
    CLOCKIFY(new Layout<>(
            Map.ofEntries(
                    entry(PROJECT, List.of("Project")),
                    entry(NOTES, List.of("Description")),
                    entry(TASK, List.of("Task")),
                    entry(NAME, List.of("User")),
                    entry(EMAIL, List.of("Email")),
                    entry(START_DATE, List.of("Start Date")),
                    entry(START_TIME, List.of("Start Time")),
                    entry(END_DATE, List.of("End Date")),
                    entry(END_TIME, List.of("End Time")),
                    entry(DURATION, List.of("Duration (h)")),
                    entry(HOURS, List.of("Duration (decimal)"))),
            List.of(
                    Set.of(PROJECT),
                    Set.of(EMAIL, NAME),
                    Set.of(START_DATE),
                    Set.of(START_TIME),
                    Set.of(DURATION, HOURS)))),

    /** The detailed report of Toggl Track, in its present and its former words: start, end and duration a row. */
    TOGGL(new Layout<>(
            Map.ofEntries(
                    entry(PROJECT, List.of("Project")),
                    entry(NOTES, List.of("Description")),
                    entry(TASK, List.of("Task")),
                    entry(NAME, List.of("User", "Member")),
                    entry(EMAIL, List.of("Email")),
                    entry(START_DATE, List.of("Start date")),
                    entry(START_TIME, List.of("Start time")),
                    entry(END_DATE, List.of("End date", "Stop date")),
                    entry(END_TIME, List.of("End time", "Stop time")),
                    entry(DURATION, List.of("Duration"))),
            List.of(Set.of(PROJECT), Set.of(EMAIL, NAME), Set.of(START_DATE), Set.of(START_TIME), Set.of(DURATION)))),

    /** Daybook's own: {@code contractor} (reference or e-mail), project, start or date, seconds or duration, task, notes. */
    DAYBOOK(new Layout<>(
            Map.ofEntries(
                    entry(CONTRACTOR, List.of("contractor")),
                    entry(EMPLOYEE_ID, List.of("reference")),
                    entry(EMAIL, List.of("email", "e-mail")),
                    entry(PROJECT, List.of("project")),
                    entry(START, List.of("start")),
                    entry(END, List.of("end")),
                    entry(DATE, List.of("date")),
                    entry(SECONDS, List.of("seconds")),
                    entry(DURATION, List.of("duration")),
                    entry(HOURS, List.of("hours")),
                    entry(TASK, List.of("task")),
                    entry(NOTES, List.of("notes"))),
            List.of(
                    Set.of(CONTRACTOR, EMPLOYEE_ID, EMAIL),
                    Set.of(PROJECT),
                    Set.of(START, DATE),
                    Set.of(SECONDS, DURATION, HOURS))));

    private final Layout<TimeColumn> layout;

    TimeFormat(Layout<TimeColumn> layout) {
        this.layout = layout;
    }

    Layout<TimeColumn> layout() {
        return layout;
    }

    /** The name clients use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column to look at first for a code that concerns the whole row. */
    public String columnOf(String code) {
        return layout.label(
                switch (code) {
                    case "unknown-contractor", "ambiguous-contractor" -> layout.firstOf(CONTRACTOR, EMPLOYEE_ID, EMAIL);
                    case "unknown-engagement" -> PROJECT;
                    case "over-cap" -> layout.firstOf(SECONDS, DURATION, HOURS);
                    default -> layout.firstOf(START, START_DATE, DATE);
                });
    }

    public static Optional<TimeFormat> of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code))
                .findFirst();
    }
}
