package io.daybook.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.RandomHistory;
import io.daybook.journal.LedgerAccount.Side;
import io.daybook.kernel.Recorded;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever happened and however late it was heard of: no balance is below zero at any date, as known at any position. */
class DatingHistoriesTest {
    private static final long SEED = Long.getLong("seed", 20_260_316L);
    private static final int HISTORIES = 400;
    /** What lies at a provider is dated by the provider's clock, which need not agree with itself. */
    private static final Set<LedgerAccount> AT_THE_PROVIDER =
            Set.of(LedgerAccount.CONNECTED, LedgerAccount.IN_TRANSIT, LedgerAccount.PROVIDER);

    @Test
    void no_balance_is_negative_at_any_date_and_any_knowledge() {
        for (int i = 0; i < HISTORIES; i++) {
            List<EntryRow> entries = date(RandomHistory.facts(SEED + i, 50));
            for (int known = 1; known <= entries.size(); known++)
                assertThat(negative(entries.subList(0, known)))
                        .as("seed %d, the first %d entries", SEED + i, known)
                        .isEmpty();
        }
    }

    @Test
    void nothing_is_dated_in_the_future_or_before_its_payouts_last_entry() {
        for (int i = 0; i < HISTORIES; i++) {
            Map<Object, EntryRow> last = new java.util.HashMap<>();
            for (EntryRow entry : date(RandomHistory.facts(SEED + i, 50))) {
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
            List<Recorded> facts = RandomHistory.facts(SEED + i, 50);
            List<EntryRow> pieces = new ArrayList<>();
            EffectiveDates dates = dates();
            for (Recorded fact : facts) pieces.addAll(dates.date(new JournalProjection().fold(List.of(fact))));
            assertThat(pieces).isEqualTo(date(facts));
        }
    }

    private static List<EntryRow> date(List<Recorded> facts) {
        return dates().date(new JournalProjection().fold(facts));
    }

    private static EffectiveDates dates() {
        return new EffectiveDates(ZoneOffset.UTC, Map.of(), Set.of());
    }

    private static List<String> negative(List<EntryRow> known) {
        List<EntryRow> byDate = new ArrayList<>(known);
        byDate.sort(Comparator.comparing(EntryRow::effectiveAt));
        Map<LedgerAccount, Long> balances = new EnumMap<>(LedgerAccount.class);
        List<String> negative = new ArrayList<>();
        for (int i = 0; i < byDate.size(); i++) {
            EntryRow entry = byDate.get(i);
            for (JournalLine line : entry.lines())
                balances.merge(line.account(), line.amount().minor(), Long::sum);
            boolean dateEnds =
                    i == byDate.size() - 1 || !byDate.get(i + 1).effectiveAt().equals(entry.effectiveAt());
            if (dateEnds) balances.forEach((account, debit) -> check(account, debit, entry, negative));
        }
        return negative;
    }

    private static void check(LedgerAccount account, long debit, EntryRow at, List<String> negative) {
        boolean contractors = account.number() > 1020 && account.number() < 3000;
        if (!contractors || AT_THE_PROVIDER.contains(account)) return;
        if ((account.side() == Side.DEBIT ? debit : -debit) < 0)
            negative.add(account + " is " + debit + " at " + at.effectiveAt());
    }
}
