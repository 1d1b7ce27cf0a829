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

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one record of a time export means. Status, rate, amount, tag and client columns play no part. */
final class TimeRowReader {
    private static final long DAY = 86_400;

    private final Header<TimeColumn> header;
    private final DateOrder order;
    private final ZoneId zone;

    TimeRowReader(Header<TimeColumn> header, DateOrder order, ZoneId zone) {
        this.header = header;
        this.order = order;
        this.zone = zone;
    }

    Parsed<TimeRow> read(CsvRecord record) {
        try {
            header.mustFit(record);
            return new Parsed.Good<>(record.row(), row(record));
        } catch (Refusal refusal) {
            return new Parsed.Bad<>(record.row(), refusal.error());
        }
    }

    private TimeRow row(CsvRecord record) {
        Moment start = moment(record, START, START_DATE, START_TIME);
        LocalDate date = start == null ? date(record) : start.date();
        Instant instant = start == null ? null : instant(start);
        WorkedTime worked = worked(record);
        if (worked.seconds() <= 0) throw new Refusal(durationLabel(), "not-positive", "Worked time is above zero.");
        if (worked.seconds() > DAY)
            throw new Refusal(durationLabel(), "over-24h", "An entry is at most 24 hours; split it at the source.");
        if (start != null) endMustMatch(record, start, worked);
        return new TimeRow(
                who(record),
                header.text(record, PROJECT),
                date,
                instant,
                start == null ? date.toString() : start.canonical(),
                worked.seconds(),
                header.text(record, TASK),
                Text.lines(header.raw(record, NOTES)));
    }

    private TimeRow.Who who(CsvRecord record) {
        String contractor = header.text(record, CONTRACTOR);
        boolean mail = contractor.indexOf('@') >= 0;
        String name = header.text(record, FIRST_NAME) + " " + header.text(record, LAST_NAME);
        return new TimeRow.Who(
                firstOf(header.text(record, EMAIL), mail ? contractor : ""),
                firstOf(header.text(record, EMPLOYEE_ID), mail ? "" : contractor),
                firstOf(header.text(record, NAME), name.strip()));
    }

    private static String firstOf(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private LocalDate date(CsvRecord record) {
        return PrintedDate.of(header.text(record, DATE))
                .flatMap(printed -> printed.in(order))
                .orElseThrow(() -> badDate(header.has(DATE) ? DATE : header.has(START) ? START : START_DATE));
    }

    private @Nullable Moment moment(CsvRecord record, TimeColumn whole, TimeColumn dayPart, TimeColumn timePart) {
        String text = header.text(record, whole);
        String day = header.text(record, dayPart);
        String time = header.text(record, timePart);
        if (text.isEmpty() && day.isEmpty() && time.isEmpty()) return null;
        Optional<Moment> moment = text.isEmpty() ? Moment.of(day, time, order) : Moment.of(text, order);
        return moment.orElseThrow(() -> badDate(text.isEmpty() ? dayPart : whole));
    }

    private Instant instant(Moment start) {
        return start.in(zone)
                .orElseThrow(() -> new Refusal(
                        header.label(header.has(START) ? START : START_TIME),
                        "bad-date",
                        "The clocks of " + zone.getId() + " skipped this time."));
    }

    private WorkedTime worked(CsvRecord record) {
        String seconds = header.text(record, SECONDS);
        String duration = header.text(record, DURATION);
        String hours = header.text(record, HOURS);
        if (!seconds.isEmpty()) return agreed(WorkedTime.ofSeconds(header.label(SECONDS), seconds), duration, hours);
        if (!duration.isEmpty()) return agreed(WorkedTime.of(header.label(DURATION), duration), "", hours);
        return WorkedTime.of(durationLabel(), hours);
    }

    private WorkedTime agreed(WorkedTime worked, String duration, String hours) {
        if (!duration.isEmpty()
                && WorkedTime.of(header.label(DURATION), duration).seconds() != worked.seconds())
            throw new Refusal(header.label(DURATION), "bad-duration", "Seconds and duration are not the same time.");
        if (!hours.isEmpty()) worked.mustAgree(header.label(HOURS), hours);
        return worked;
    }

    private void endMustMatch(CsvRecord record, Moment start, WorkedTime worked) {
        if (header.text(record, END_DATE).isEmpty()
                != header.text(record, END_TIME).isEmpty()) return;
        Moment end = moment(record, END, END_DATE, END_TIME);
        if (end != null && !start.reaches(end, worked, zone))
            throw new Refusal(durationLabel(), "bad-duration", "The end is not the start and the duration after it.");
    }

    private String durationLabel() {
        return header.label(header.has(SECONDS) ? SECONDS : header.has(DURATION) ? DURATION : HOURS);
    }

    private Refusal badDate(TimeColumn column) {
        return new Refusal(
                header.label(column), "bad-date", "This is no date and time the file's other rows are written in.");
    }
}
