package io.daybook.imports;

import static io.daybook.imports.TimeFormat.CLOCKIFY;
import static io.daybook.imports.TimeFormat.DAYBOOK;
import static io.daybook.imports.TimeFormat.HARVEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRowTest {
    @ParameterizedTest
    @CsvSource({
        "7, 25200",
        "0.25, 900",
        "'1,75', 6300",
        "1:30, 5400",
        "0:00:01, 1",
        "1.0001388, 3600",
        "1.000138888888888889, 3601",
        "0.000416666666666667, 2",
        "24, 86400",
        ".5, 1800"
    })
    void hours_become_whole_seconds_a_half_to_the_even_one(String hours, long seconds) {
        assertThat(Csv.only(HARVEST, harvest("2026-03-02", hours)).seconds()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "0, not-positive",
        "0.0001, not-positive",
        "-1.5, not-positive",
        "-0:10, not-positive",
        "24.01, over-24h",
        "24:00:01, over-24h",
        "999999999999, over-24h",
        "'', bad-duration",
        "1e3, bad-duration",
        "7h, bad-duration",
        "1:60, bad-duration"
    })
    void hours_that_are_no_days_work_are_refused(String hours, String code) {
        RowError error = Csv.error(HARVEST, harvest("2026-03-02", hours));
        assertThat(error).extracting(RowError::column, RowError::code).containsExactly("Hours", code);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-30", "31.04.2026", "yesterday", "''", "26-01-01", "2026-1-111"})
    void what_is_no_day_is_a_bad_date(String date) {
        assertThat(Csv.error(HARVEST, harvest(date, "1")).code()).isEqualTo("bad-date");
    }

    @ParameterizedTest
    @CsvSource({
        "00:24:00, 0.40, ''",
        "00:08:00, 0.13, ''",
        "00:00:18, 0.00, ''",
        "00:00:18, 0.01, ''",
        "00:00:19, 0.00, bad-duration",
        "01:30:00, 1.51, bad-duration",
        "0:20, 0.34, ''",
        "0:20, 0.36, bad-duration",
        "1.50, 1.50, ''",
        "'', 0.33, ''",
        "00:20:00, nonsense, bad-duration"
    })
    void decimal_hours_beside_a_clock_duration_must_be_a_rounding_of_it(String clock, String decimal, String code) {
        String row = "A,n,t,Ada,ada@x.example,2026-03-02,09:00,,," + clock + "," + decimal + "\n";
        assertThat(codeOf(Csv.CLOCKIFY + row)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 09:00:00, 2026-03-02, 10:30:00, 01:30:00, ''",
        "2026-03-02, 09:00:00, 2026-03-02, 10:30:01, 01:30:00, bad-duration",
        "2026-03-02, 23:30:00, 2026-03-03, 01:00:00, 01:30:00, ''",
        "2026-03-02, 23:30:00, 2026-03-02, 01:00:00, 01:30:00, bad-duration",
        "03/16/2026, 09:00:00 AM, 03/16/2026, 01:30:00 PM, 04:30:00, ''",
        "16.03.2026, 9:00 am, 16.03.2026, 12:15 pm, 3:15, ''",
        "16/03/2026, 10:00, 16/03/2026, 10:13, 0:13, ''",
        "16/03/2026, 10:00, 16/03/2026, 10:13, 00:12:20, ''",
        "16/03/2026, 10:00, 16/03/2026, 10:15, 00:12:20, bad-duration",
        "2026-03-02, 10:00:00, 2026-03-02, 10:20:00, 0.33, ''",
        "2026-03-29, 01:30:00, 2026-03-29, 03:30:00, 01:00:00, ''",
        "2026-10-25, 01:30:00, 2026-10-25, 02:30:00, 02:00:00, ''",
        "2026-10-24, 01:30:00, 2026-10-24, 02:30:00, 02:00:00, bad-duration"
    })
    void an_end_must_be_start_and_duration_where_no_clock_changes_between(
            String startDate, String startTime, String endDate, String endTime, String duration, String code) {
        String times = startDate + "," + startTime + "," + endDate + "," + endTime;
        assertThat(codeOf(Csv.CLOCKIFY + "A,n,t,Ada,ada@x.example," + times + "," + duration + ",\n"))
                .isEqualTo(code);
    }

    @Test
    void a_wall_time_the_clocks_skip_is_a_bad_date() {
        RowError error = Csv.error(CLOCKIFY, clockify("2026-03-29", "02:30:00"));
        assertThat(error).extracting(RowError::column, RowError::code).containsExactly("Start Time", "bad-date");
    }

    @Test
    void a_wall_time_that_comes_twice_is_the_earlier_one() {
        assertThat(Csv.only(CLOCKIFY, clockify("2026-10-25", "02:30:00")).start())
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"25:00", "09:61", "13:00 PM", "0:30 AM", "noon", "''"})
    void what_is_no_time_of_day_is_a_bad_date(String time) {
        assertThat(Csv.error(CLOCKIFY, clockify("2026-03-02", time)).code()).isEqualTo("bad-date");
    }

    @Test
    void daybooks_own_format_takes_reference_or_mail_start_or_date_seconds_or_duration() {
        TimeRow timed =
                Csv.only(DAYBOOK, Csv.DAYBOOK + "ada@x.example,Atlas,2026-03-02T09:00:00+01:00,,5400,,Build,note\n");
        assertThat(timed.who()).isEqualTo(new TimeRow.Who("ada@x.example", "", ""));
        assertThat(Objects.requireNonNull(timed.start())).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
        TimeRow dated = Csv.only(DAYBOOK, Csv.DAYBOOK + "C-1,Atlas,,2026-03-02,,1:30:00,,\n");
        assertThat(dated.who()).isEqualTo(new TimeRow.Who("", "C-1", ""));
        assertThat(dated.date()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(dated.start()).isNull();
        assertThat(dated.seconds()).isEqualTo(5400);
        assertThat(Csv.error(DAYBOOK, Csv.DAYBOOK + "C-1,A,,2026-03-02,5400,1:29:00,,\n")
                        .code())
                .isEqualTo("bad-duration");
        assertThat(Csv.error(DAYBOOK, Csv.DAYBOOK + "C-1,A,,,5400,,,\n").code()).isEqualTo("bad-date");
        assertThat(Csv.error(DAYBOOK, Csv.DAYBOOK + "C-1,A,2026-03-02,,5400,,,\n")
                        .code())
                .isEqualTo("bad-date");
    }

    private static String codeOf(String text) {
        return switch (Csv.read(CLOCKIFY, text).getFirst()) {
            case Parsed.Good<TimeRow> good -> "";
            case Parsed.Bad<TimeRow> bad -> bad.error().code();
        };
    }

    private static String harvest(String date, String hours) {
        return Csv.HARVEST + date + ",Atlas,Build,,\"" + hours + "\",Ada,Lovelace,E-1\n";
    }

    private static String clockify(String date, String time) {
        return Csv.CLOCKIFY + "A,n,t,Ada,ada@x.example," + date + "," + time + ",,,01:00:00,1.00\n";
    }
}
