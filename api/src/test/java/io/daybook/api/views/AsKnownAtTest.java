package io.daybook.api.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.Acct;
import io.daybook.calendar.AccountingMonth;
import io.daybook.journal.ClosesPeriods;
import io.daybook.journal.JournalModule;
import io.daybook.journal.JournalViews;
import io.daybook.journal.JournalViews.Filter;
import io.daybook.journal.Viewpoint;
import io.daybook.kernel.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whatever is recorded later, what the books answer about any date as known at a position is what books answer that were
 * made of the log up to there and no further.
 */
class AsKnownAtTest {
    private static final long SEED = Long.getLong("seed", 20_260_601L);
    private static final int HISTORIES = 8;
    private static final int STEPS = 200;
    private static final int CUTS = 6;
    private static final int DATES = 5;
    private static final int ALL = 100_000;

    @Test
    void the_whole_log_answers_as_its_beginning_alone_did() {
        boolean closed = false;
        boolean answered = false;
        for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
            Random random = new Random(seed);
            List<Recorded> facts = closingMonths(RandomBooks.facts(seed, STEPS), random);
            closed |= facts.stream().anyMatch(fact -> fact.event() instanceof ClosesPeriods);
            try (Book book = RandomBooks.book()) {
                JournalViews views = JournalModule.views(book.source());
                Map<Viewpoint, List<Object>> then = new LinkedHashMap<>();
                int done = 0;
                for (int cut : cuts(facts, random)) {
                    book.project(facts.subList(done, cut));
                    done = cut;
                    for (Viewpoint viewpoint : viewpoints(facts, random))
                        then.put(viewpoint.knownAt(cut), answers(views, viewpoint));
                    answered |= toldOfEarnings(then, cut);
                }
                book.project(facts.subList(done, facts.size()));
                for (var answer : then.entrySet())
                    assertThat(answers(views, answer.getKey()))
                            .as("-Dseed=%d, %s", seed, answer.getKey())
                            .isEqualTo(answer.getValue());
            }
        }
        assertThat(closed).as("months were closed").isTrue();
        assertThat(answered).as("something was there to answer").isTrue();
    }

    @Test
    void an_instant_of_knowledge_is_the_greatest_position_recorded_by_then() {
        List<Recorded> facts = RandomBooks.facts(SEED, STEPS);
        try (Book book = RandomBooks.book().project(facts)) {
            JournalViews views = JournalModule.views(book.source());
            for (int cut = 1; cut < facts.size(); cut += 7) {
                Instant at = facts.get(cut - 1).recordedAt();
                int last = cut;
                while (last < facts.size() && !facts.get(last).recordedAt().isAfter(at)) last++;
                assertThat(answers(views, Viewpoint.NOW.knownAt(at)))
                        .as("-Dseed=%d, %s", SEED, at)
                        .isEqualTo(answers(views, Viewpoint.NOW.knownAt(last)));
            }
        }
    }

    private static boolean toldOfEarnings(Map<Viewpoint, List<Object>> then, long cut) {
        return then.entrySet().stream()
                .filter(answer -> Objects.equals(answer.getKey().knownPosition(), cut))
                .anyMatch(answer -> answer.getValue().toString().contains("EarningsPosted"));
    }

    private static List<Object> answers(JournalViews views, Viewpoint viewpoint) {
        Instant from = Acct.NOON.plus(Duration.ofDays(3));
        Instant to = from.plus(Duration.ofDays(20));
        return List.of(
                views.balances(Acct.ADA, viewpoint),
                views.trialBalance(viewpoint),
                views.statements(Acct.ADA, from, to, viewpoint),
                views.journal(Filter.ALL, viewpoint, 0, ALL));
    }

    private static Set<Integer> cuts(List<Recorded> facts, Random random) {
        Set<Integer> cuts = new TreeSet<>();
        while (cuts.size() < CUTS) cuts.add(1 + random.nextInt(facts.size()));
        return cuts;
    }

    /** Of the present, of moments at which something was recorded, and of one before all. */
    private static List<Viewpoint> viewpoints(List<Recorded> facts, Random random) {
        List<Viewpoint> viewpoints = new ArrayList<>(List.of(Viewpoint.NOW, Viewpoint.asOf(Instant.EPOCH)));
        for (int i = 0; i < DATES; i++)
            viewpoints.add(
                    Viewpoint.asOf(facts.get(random.nextInt(facts.size())).recordedAt()));
        return viewpoints;
    }

    private record Closing(AccountingMonth month, boolean closes, Instant occurredAt) implements ClosesPeriods {
        @Override
        public String streamId() {
            return "period-" + month.id();
        }
    }

    /** The first month, closed, opened and closed again at random moments after its end. */
    private static List<Recorded> closingMonths(List<Recorded> history, Random random) {
        List<Recorded> facts = new ArrayList<>();
        AccountingMonth first = AccountingMonth.of(history.getFirst().recordedAt(), ZoneOffset.UTC);
        boolean closed = false;
        for (Recorded fact : history) {
            Instant at = fact.recordedAt();
            boolean over = !at.isBefore(first.endsAt(ZoneOffset.UTC));
            if (over && random.nextInt(closed ? 20 : 4) == 0) {
                closed = !closed;
                Closing event = new Closing(first, closed, at);
                facts.add(new Recorded(0, "", event.streamId(), 0, at, event, "tester", null));
            }
            facts.add(fact);
        }
        return facts;
    }
}
