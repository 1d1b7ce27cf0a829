package io.daybook.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CalendarsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void a_week_runs_from_monday_to_sunday() {
        PayPeriod week = PayCalendar.mondays(ZoneOffset.UTC).periodOf(LocalDate.parse("2026-05-10"));
        assertThat(week.id()).isEqualTo("2026-05-04");
        assertThat(week.to()).isEqualTo("2026-05-10");
        assertThat(week.contains(week.from())).isTrue();
        assertThat(week.contains(week.to())).isTrue();
        assertThat(week.contains(week.to().plusDays(1))).isFalse();
        assertThat(PayCalendar.mondays(ZoneOffset.UTC).periodOf(week.from())).isEqualTo(week);
    }

    @Test
    void the_preset_begins_on_saturday_and_counts_days_as_india_does() {
        PayCalendar calendar = PayCalendar.SATURDAYS_IN_KOLKATA;
        Instant fridayEveningInUtc = Instant.parse("2026-05-08T18:30:00Z");
        assertThat(calendar.workDate(fridayEveningInUtc)).isEqualTo("2026-05-09");
        assertThat(calendar.periodOf(calendar.workDate(fridayEveningInUtc)).id())
                .isEqualTo("2026-05-09");
        assertThat(calendar.workDate(fridayEveningInUtc.minusSeconds(1))).isEqualTo("2026-05-08");
    }

    @Test
    void a_week_with_a_change_of_clocks_is_an_hour_shorter_or_longer() {
        PayCalendar calendar = PayCalendar.mondays(BERLIN);
        assertThat(length(calendar, LocalDate.parse("2026-03-29"))).isEqualTo(Duration.ofHours(7 * 24 - 1));
        assertThat(length(calendar, LocalDate.parse("2026-10-25"))).isEqualTo(Duration.ofHours(7 * 24 + 1));
    }

    @Test
    void periods_follow_each_other_without_gap() {
        PayCalendar calendar = PayCalendar.mondays(BERLIN);
        PayPeriod week = calendar.periodOf(LocalDate.parse("2026-03-29"));
        assertThat(calendar.endOf(week))
                .isEqualTo(calendar.startOf(
                        calendar.periodOf(week.to().plusDays(1)).from()));
    }

    @Test
    void a_period_does_not_end_before_it_begins() {
        LocalDate day = LocalDate.parse("2026-05-04");
        assertThatThrownBy(() -> new PayPeriod(day, day.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_month_is_that_of_the_books_time_zone() {
        Instant lastHourOfMayInUtc = Instant.parse("2026-05-31T22:30:00Z");
        assertThat(AccountingMonth.of(lastHourOfMayInUtc, ZoneOffset.UTC).id()).isEqualTo("2026-05");
        AccountingMonth june = AccountingMonth.of(lastHourOfMayInUtc, BERLIN);
        assertThat(june).isEqualTo(AccountingMonth.parse("2026-06")).isGreaterThan(AccountingMonth.parse("2026-05"));
        assertThat(june.startsAt(BERLIN)).isEqualTo("2026-05-31T22:00:00Z");
        assertThat(AccountingMonth.parse("2026-05").endsAt(BERLIN)).isEqualTo(june.startsAt(BERLIN));
    }

    private static Duration length(PayCalendar calendar, LocalDate day) {
        PayPeriod week = calendar.periodOf(day);
        return Duration.between(calendar.startOf(week.from()), calendar.endOf(week));
    }
}
