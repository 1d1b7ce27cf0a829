package io.daybook.journal;

import static io.daybook.account.Acct.NOON;
import static io.daybook.account.Acct.P1;
import static io.daybook.account.Acct.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.Acct;
import io.daybook.calendar.AccountingMonth;
import io.daybook.journal.EntryRow.Undated;
import io.daybook.journal.JournalRows.Period;
import io.daybook.journal.JournalRows.Post;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Recorded;
import io.daybook.money.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffectiveDatesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant APRIL_BEGINS = Instant.parse("2026-03-31T22:00:00Z");
    private static final AccountingMonth APRIL = new AccountingMonth(YearMonth.of(2026, 4));

    private final EffectiveDates dates = new EffectiveDates(BERLIN, Map.of(P1, day(10)), Set.of());

    @Test
    void credits_are_dated_back_to_when_they_happened_but_never_after_they_were_recorded() {
        assertThat(date(post(Dating.OCCURRED, null, day(2), NOON))).isEqualTo(day(2));
        assertThat(date(post(Dating.OCCURRED, null, day(20), NOON))).isEqualTo(NOON);
        assertThat(date(post(Dating.RECORDED, null, day(2), NOON))).isEqualTo(NOON);
    }

    @Test
    void a_providers_fact_is_never_dated_before_its_payouts_last_entry() {
        assertThat(date(post(Dating.AFTER_PAYOUT, payout(), day(2), NOON))).isEqualTo(day(10));
        assertThat(date(post(Dating.AFTER_PAYOUT, payout(), day(12), NOON))).isEqualTo(day(12));
        assertThat(date(post(Dating.AFTER_PAYOUT, payout(), day(11), NOON))).isEqualTo(day(12));
    }

    @Test
    void a_closed_month_moves_what_comes_later_in_the_log_to_the_next_open_one() {
        Instant may = Instant.parse("2026-05-04T00:00:00Z");
        assertThat(date(post(Dating.OCCURRED, null, day(2), may))).isEqualTo(day(2));
        dates.date(new JournalRows(List.of(period(Acct.MARCH, true))));
        assertThat(date(post(Dating.OCCURRED, null, day(2), may))).isEqualTo(APRIL_BEGINS);
        dates.date(new JournalRows(List.of(period(APRIL, true))));
        assertThat(date(post(Dating.OCCURRED, null, day(2), may)))
                .isEqualTo(APRIL.next().startsAt(BERLIN));
        dates.date(new JournalRows(List.of(period(Acct.MARCH, false))));
        assertThat(date(post(Dating.OCCURRED, null, day(2), may))).isEqualTo(day(2));
    }

    @Test
    void nothing_is_moved_beyond_the_moment_it_was_recorded() {
        dates.date(new JournalRows(List.of(period(Acct.MARCH, true))));
        assertThat(date(post(Dating.RECORDED, null, NOON, NOON))).isEqualTo(NOON);
    }

    private Instant date(JournalRows.Step step) {
        return dates.date(new JournalRows(List.of(step))).getFirst().effectiveAt();
    }

    private static Links payout() {
        return new Links(Acct.ADA, null, null, null, null, null, P1, 0);
    }

    private static Post post(
            Dating dating, @org.jspecify.annotations.Nullable Links links, Instant occurredAt, Instant recordedAt) {
        Recorded fact = new Recorded(1, "event-1", "thing-1", 0, recordedAt, new Happened(occurredAt), "test", null);
        JournalEntry entry = OperatorPostings.bankFunded(Money.of(1, "USD"));
        return new Post(new Undated(fact, entry, dating, links == null ? Links.NONE : links));
    }

    private static Period period(AccountingMonth month, boolean closes) {
        return new Period(1, new Closing(month, closes, NOON));
    }

    private record Happened(Instant occurredAt) implements DomainEvent {
        @Override
        public String streamId() {
            return "thing-1";
        }
    }

    private record Closing(AccountingMonth month, boolean closes, Instant occurredAt) implements ClosesPeriods {
        @Override
        public String streamId() {
            return "period-" + month.id();
        }
    }
}
