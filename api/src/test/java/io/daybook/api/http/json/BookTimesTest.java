package io.daybook.api.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookTimesTest {
    @Test
    void times_are_read_as_they_are_written() {
        assertThat(BookTimes.date("1900-01-01")).contains(LocalDate.of(1900, 1, 1));
        assertThat(BookTimes.date("2028-02-29")).contains(LocalDate.of(2028, 2, 29));
        assertThat(BookTimes.date("9998-12-31")).contains(LocalDate.of(9998, 12, 31));
        assertThat(BookTimes.instant("2026-01-05T10:00:00+01:00")).contains(Instant.parse("2026-01-05T09:00:00Z"));
        assertThat(BookTimes.instant("2026-01-05T09:00:00.123456789Z"))
                .contains(Instant.parse("2026-01-05T09:00:00.123456789Z"));
        assertThat(BookTimes.instant("9999-12-31T23:59:59Z")).contains(Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(BookTimes.duration("PT25H")).contains(Duration.ofHours(25));
        assertThat(BookTimes.duration("P1DT0.5S")).contains(Duration.ofDays(1).plusMillis(500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31",
                "9999-01-01",
                "0000-01-01",
                "-0001-01-01",
                "+10000-01-01",
                "2026-02-29",
                "2026-1-05",
                "2026-01-05 ",
                "2026-01-05\n",
                "\u0662026-01-05",
            })
    void what_is_no_date_of_the_books_is_none(String text) {
        assertThat(BookTimes.date(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01",
                "2016-12-31T23:59:60Z",
                "2026-01-05T24:00:00Z",
                "2026-01-05T09:00:00",
                "2026-01-05T09:00:00+19:00",
                "2026-01-05T09:00:00+01",
                "2026-01-05T09:00:00.Z",
                "2026-01-05T::::::::Z",
                " 2026-01-05T09:00:00Z",
            })
    void what_is_no_moment_of_the_books_is_none(String text) {
        assertThat(BookTimes.instant(text)).isEmpty();
    }
}
