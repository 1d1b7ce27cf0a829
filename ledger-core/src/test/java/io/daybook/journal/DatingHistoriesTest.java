package io.daybook.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.RandomHistory;
import io.daybook.calendar.AccountingMonth;
import io.daybook.journal.LedgerAccount.Side;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Recorded;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Whatever happened, however late it was heard of and whichever months were closed meanwhile: no balance is below zero at
 * any date, as known at any position.
 *
 * <p>1020 alone is held against positions and not against dates. It is what lies at a provider, dated by the provider's
 * clock: each payout's entries in their order, but two payouts that use one connected account across each other.
 */
class DatingHistoriesTest {
    private static final long SEED = Long.getLong("seed", 20_260_316L);
    private static final int HISTORIES = 300;
    private static final int STEPS = 80;

    @Test
    void no_balance_is_negative_at_any_date_and_any_knowledge() {
        for (int i = 0; i < HISTORIES; i++) {
            List<EntryRow> entries = date(history(SEED + i));
            for (int known = 1; known <= entries.size(); known++)
                assertThat(negative(entries.subList(0, known)))
                        .as("seed %d, the first %d entries", SEED + i, known)
                        .isEmpty();
        }
    }

    @Test
    void no_connected_account_is_negative_at_any_position() {
        for (int i = 0; i < HISTORIES; i++)
            assertThat(overdrawn(date(history(SEED + i))))
                    .as("seed %d", SEED + i)
                    .isEmpty();
    }

    @Test
    void a_closed_month_takes_no_new_entries() {
        boolean closed = false;
        for (int i = 0; i < HISTORIES; i++) {
            List<Recorded> facts = history(SEED + i);
            assertThat(inClosedMonths(facts, date(facts)))
                    .as("seed %d", SEED + i)
                    .isEmpty();
            closed |= facts.stream().anyMatch(fact -> fact.event() instanceof ClosesPeriods);
        }
        assertThat(closed).as("months were closed").isTrue();
    }

    @Test
    void dates_that_forget_what_was_closed_are_caught() {
        assertCaught(facts -> inClosedMonths(
                facts,
                date(facts.stream()
                        .filter(fact -> !(fact.event() instanceof ClosesPeriods))
                        .toList())));
    }

    @Test
    void dates_as_each_fact_says_itself_are_caught() {
        assertCaught(facts -> negative(redated(date(facts))));
    }

    @Test
    void money_that_leaves_a_connected_account_twice_is_caught() {
        assertCaught(facts -> overdrawn(date(facts.stream()
                .filter(fact -> !fact.event().getClass().getSimpleName().equals("TransferDone"))
                .toList())));
    }

    private static void assertCaught(Function<List<Recorded>, List<String>> flawed) {
        for (int i = 0; i < HISTORIES; i++) if (!flawed.apply(history(SEED + i)).isEmpty()) return;
        throw new AssertionError("no history shows it");
    }

    @Test
    void nothing_is_dated_in_the_future_or_before_its_payouts_last_entry() {
        for (int i = 0; i < HISTORIES; i++) {
            Map<Object, EntryRow> last = new HashMap<>();
            for (EntryRow entry : date(history(SEED + i))) {
                assertThat(entry.effectiveAt()).isBeforeOrEqualTo(entry.recordedAt());
                Object payout = entry.links().payout();
                EntryRow before = payout == null ? null : last.put(payout, entry);
                if (before != null)
                    assertThat(entry.effectiveAt())
                            .as("seed %d: %s after %s", SEED + i, entry, before)
                            .isAfterOrEqualTo(before.effectiveAt());
            }
        }
    }

    @Test
    void the_books_are_the_same_however_the_log_is_cut_into_runs() {
        for (int i = 0; i < 50; i++) {
            List<Recorded> facts = history(SEED + i);
            List<EntryRow> pieces = new ArrayList<>();
            EffectiveDates dates = dates();
            for (Recorded fact : facts) pieces.addAll(dates.date(new JournalProjection().fold(List.of(fact))));
            assertThat(pieces).isEqualTo(date(facts));
        }
    }

    private record Closing(AccountingMonth month, boolean closes, Instant occurredAt) implements ClosesPeriods {
        @Override
        public String streamId() {
            return "period-" + month.id();
        }
    }

    /** A random account, and March closed, opened and closed again at random moments after its end. */
    private static List<Recorded> history(long seed) {
        Random random = new Random(seed);
        List<Recorded> facts = new ArrayList<>();
        AccountingMonth march = null;
        boolean closed = false;
        for (Recorded fact : RandomHistory.facts(seed, STEPS)) {
            if (march == null) march = AccountingMonth.of(fact.recordedAt(), ZoneOffset.UTC);
            boolean over = !fact.recordedAt().isBefore(march.endsAt(ZoneOffset.UTC));
            if (over && random.nextInt(closed ? 20 : 4) == 0) {
                closed = !closed;
                add(facts, fact, new Closing(march, closed, fact.recordedAt()));
            }
            add(facts, fact, fact.event());
        }
        return facts;
    }

    private static void add(List<Recorded> facts, Recorded at, DomainEvent event) {
        long position = facts.size() + 1L;
        facts.add(
                new Recorded(position, "event-" + position, event.streamId(), 0, at.recordedAt(), event, "test", null));
    }

    private static List<EntryRow> date(List<Recorded> facts) {
        return dates().date(new JournalProjection().fold(facts));
    }

    private static EffectiveDates dates() {
        return new EffectiveDates(ZoneOffset.UTC, Map.of(), Set.of());
    }

    private static List<EntryRow> redated(List<EntryRow> entries) {
        return entries.stream()
                .map(entry -> new EntryRow(
                        entry.position(),
                        entry.eventId(),
                        entry.source(),
                        entry.stream(),
                        entry.occurredAt(),
                        entry.occurredAt(),
                        entry.recordedAt(),
                        entry.links(),
                        entry.lines()))
                .toList();
    }

    private static List<String> inClosedMonths(List<Recorded> facts, List<EntryRow> entries) {
        Map<Long, EntryRow> byPosition = new HashMap<>();
        for (EntryRow entry : entries) byPosition.put(entry.position(), entry);
        Set<AccountingMonth> closed = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        for (Recorded fact : facts) {
            if (fact.event() instanceof ClosesPeriods period) {
                if (period.closes()) closed.add(period.month());
                else closed.remove(period.month());
            }
            EntryRow entry = byPosition.get(fact.position());
            if (entry != null && closed.contains(AccountingMonth.of(entry.effectiveAt(), ZoneOffset.UTC)))
                wrong.add(entry + " is dated in a closed month");
        }
        return wrong;
    }

    private static List<String> overdrawn(List<EntryRow> entries) {
        Map<String, Long> places = new HashMap<>();
        List<String> overdrawn = new ArrayList<>();
        for (EntryRow entry : entries) {
            for (JournalLine line : entry.lines())
                if (line.place() != null)
                    places.merge(line.place(), line.amount().minor(), Long::sum);
            places.forEach((place, debit) -> {
                if (debit < 0) overdrawn.add(place + " has " + debit + " at position " + entry.position());
            });
        }
        return overdrawn;
    }

    private static List<String> negative(List<EntryRow> known) {
        List<EntryRow> byDate = new ArrayList<>(known);
        byDate.sort(Comparator.comparing(EntryRow::effectiveAt));
        Map<LedgerAccount, Long> balances = new EnumMap<>(LedgerAccount.class);
        List<String> negative = new ArrayList<>();
        for (int i = 0; i < byDate.size(); i++) {
            EntryRow entry = byDate.get(i);
            for (JournalLine line : entry.lines())
                if (line.contractor() != null && line.account() != LedgerAccount.CONNECTED)
                    balances.merge(line.account(), line.amount().minor(), Long::sum);
            boolean dateEnds =
                    i == byDate.size() - 1 || !byDate.get(i + 1).effectiveAt().equals(entry.effectiveAt());
            if (dateEnds) balances.forEach((account, debit) -> check(account, debit, entry, negative));
        }
        return negative;
    }

    private static void check(LedgerAccount account, long debit, EntryRow at, List<String> negative) {
        if ((account.side() == Side.DEBIT ? debit : -debit) < 0)
            negative.add(account + " is " + debit + " at " + at.effectiveAt());
    }
}
