package io.daybook.api.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.eventlog.Replay.Difference;
import io.daybook.kernel.Projection;
import io.daybook.kernel.ReadModel;
import io.daybook.kernel.Recorded;
import io.daybook.shell.SqlTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ReplayTest extends TallyViews {
    private static final Difference ONE_ROW = new Difference("view.tally_total", 1, 1);

    @Test
    void what_was_rebuilt_is_the_same_and_takes_the_views_place() throws Exception {
        for (int i = 0; i < 30; i++) count("tally-" + i % 3, i % 10, "c" + i);
        Projector projector = begun();
        Map<String, Integer> before = totals();
        long schema = oidOfView();
        Replay.Report report = replay(projector, false);
        assertThat(report.differences()).isEmpty();
        assertThat(report.switched()).isTrue();
        assertThat(report.position()).isEqualTo(projector.projectedPosition());
        assertThat(totals()).isEqualTo(before).isNotEmpty();
        assertThat(oidOfView()).as("another schema of that name").isNotEqualTo(schema);
        assertThat(schemas()).containsExactly("view");
    }

    @Test
    void the_next_facts_go_into_what_was_put_in_place() throws Exception {
        count("tally-1", 10, "a");
        Projector projector = begun();
        replay(projector, false);
        count("tally-1", 5, "b");
        drain(projector);
        assertThat(totals()).isEqualTo(Map.of("tally-1", 15));
        assertThat(replay(projector, false).differences()).isEmpty();
    }

    @Test
    void a_difference_is_told_and_nothing_is_put_in_place() throws Exception {
        count("tally-1", 10, "a");
        count("tally-2", 3, "b");
        Projector projector = begun();
        execute("UPDATE view.tally_total SET total = 11 WHERE tally = 'tally-1'");
        long schema = oidOfView();
        Replay.Report report = replay(projector, false);
        assertThat(report.differences()).containsExactly(ONE_ROW);
        assertThat(report.switched()).isFalse();
        assertThat(totals()).isEqualTo(Map.of("tally-1", 11, "tally-2", 3));
        assertThat(oidOfView()).isEqualTo(schema);
        assertThat(schemas()).containsExactly("view");
    }

    @Test
    void a_difference_that_was_expected_is_put_in_place_when_asked() throws Exception {
        count("tally-1", 10, "a");
        Projector projector = begun();
        execute("UPDATE view.tally_total SET total = 11");
        Replay.Report report = replay(projector, true);
        assertThat(report.differences()).containsExactly(ONE_ROW);
        assertThat(report.switched()).isTrue();
        assertThat(totals()).isEqualTo(Map.of("tally-1", 10));
    }

    @Test
    void a_row_twice_and_a_row_missing_are_counted() throws Exception {
        for (int i = 0; i < 3; i++) count("tally-" + i, 1, "c" + i);
        Projector projector = begun();
        execute("ALTER TABLE view.tally_total DROP CONSTRAINT tally_total_pkey");
        execute("INSERT INTO view.tally_total SELECT * FROM view.tally_total WHERE tally = 'tally-0'");
        execute("DELETE FROM view.tally_total WHERE tally IN ('tally-1', 'tally-2')");
        assertThat(replay(projector, false).differences()).containsExactly(new Difference("view.tally_total", 1, 2));
    }

    @Test
    void readers_see_all_of_it_at_every_moment() throws Exception {
        for (int i = 0; i < 50; i++) count("tally-" + i, 2, "c" + i);
        Projector projector = begun();
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService readers = Executors.newSingleThreadExecutor()) {
            Future<Integer> looks = readers.submit(() -> looksUntil(enough));
            for (int i = 0; i < 5; i++)
                assertThat(replay(projector, false).switched()).isTrue();
            enough.set(true);
            assertThat(looks.get()).isPositive();
        }
    }

    @Test
    void facts_that_come_while_it_rebuilds_are_in_it() throws Exception {
        count("tally-1", 10, "a");
        Projector projector = begun();
        List<Integer> written = new ArrayList<>();
        Replay.Report report = replay(projector, false, position -> {
            if (written.size() == 3) return;
            written.add(written.size());
            count("tally-1", 1, "later-" + written.size());
            drainUnchecked(projector);
        });
        assertThat(report.switched()).isTrue();
        drain(projector);
        assertThat(written).isNotEmpty();
        assertThat(totals()).isEqualTo(Map.of("tally-1", 10 + written.size()));
    }

    @Test
    void what_is_poison_to_both_is_parked_in_both_and_no_difference() throws Exception {
        execute(THREES);
        count("tally-1", 2, "a");
        count("tally-1", 2, "b");
        Projector projector = begun();
        DeadLetters letters = new DeadLetters(database.application(), log.reader(), projector);
        assertThat(letters.count()).isEqualTo(2);
        Replay replay =
                new Replay(database.application(), projector, () -> {}, database.viewsBeside(List.of(TOTAL, THREES)));
        assertThat(replay.run(new Replay.Wish(false, null), position -> {}).switched())
                .isTrue();
        assertThat(letters.count()).isEqualTo(2);
        assertThat(totals()).isEqualTo(Map.of("tally-1", 2));
    }

    @Test
    void what_only_the_live_views_lack_is_a_difference_and_is_whole_when_accepted() throws Exception {
        execute(THREES);
        count("tally-1", 2, "a");
        count("tally-1", 2, "b");
        Projector projector = begun();
        assertThat(replay(projector, false).differences()).containsExactly(ONE_ROW);
        assertThat(replay(projector, true).switched()).isTrue();
        assertThat(totals()).isEqualTo(Map.of("tally-1", 4));
        assertThat(new DeadLetters(database.application(), log.reader(), projector).count())
                .isZero();
    }

    @Test
    void a_read_model_that_was_added_and_lags_comes_level_with_the_others() throws Exception {
        count("tally-1", 10, "a");
        begun();
        execute(OTHER_TOTAL);
        ReadModel<?> added = new ReadModel<>(new Renamed(Tally.TOTALS), (connection, sums) -> {
            for (Map.Entry<String, Integer> sum : sums.entrySet())
                SqlTable.update(
                        connection,
                        "INSERT INTO view.other_total AS t VALUES (?, ?)"
                                + " ON CONFLICT (tally) DO UPDATE SET total = t.total + excluded.total",
                        sum.getKey(),
                        sum.getValue());
        });
        Projector both = new Projector(database.application(), log.reader(), List.of(MODEL, added));
        both.begin();
        Replay replay =
                new Replay(database.application(), both, () -> {}, database.viewsBeside(List.of(TOTAL, OTHER_TOTAL)));
        assertThat(replay.run(new Replay.Wish(true, null), position -> {}).differing())
                .containsExactly("view.other_total");
        count("tally-1", 5, "b");
        drain(both);
        assertThat(totals()).isEqualTo(Map.of("tally-1", 15));
        assertThat(text("SELECT total FROM view.other_total")).isEqualTo("15");
    }

    @Test
    void replays_asked_for_together_come_one_after_the_other_whichever_node_is_asked() throws Exception {
        for (int i = 0; i < 20; i++) count("tally-" + i % 3, i, "c" + i);
        Projector one = begun();
        Projector other = projector(MODEL);
        drain(other);
        Map<String, Integer> before = totals();
        try (Follower ofOne = new Follower("test-one", log.head(), one.projected(), one::step);
                Follower ofOther = new Follower("test-other", log.head(), other.projected(), other::step);
                ExecutorService callers = Executors.newFixedThreadPool(4)) {
            List<Future<Replay.Report>> reports = List.of(one, other, one, other).stream()
                    .map(node -> callers.submit(() -> replay(node, false)))
                    .toList();
            for (Future<Replay.Report> report : reports)
                assertThat(report.get().switched()).isTrue();
            assertThat(ofOne.trouble().or(ofOther::trouble)).isEmpty();
        }
        assertThat(totals()).isEqualTo(before);
    }

    private static final String THREES =
            "ALTER TABLE view.tally_total ADD CONSTRAINT no_threes CHECK (tally <> 'tally-1' OR total < 3)";

    private static final String OTHER_TOTAL =
            "CREATE TABLE view.other_total (tally TEXT PRIMARY KEY, total INT NOT NULL);"
                    + " GRANT ALL ON view.other_total TO daybook_app";

    /** The same under another name, as a read model of its own. */
    private record Renamed(Projection<Map<String, Integer>> totals) implements Projection<Map<String, Integer>> {
        @Override
        public String name() {
            return "other-totals";
        }

        @Override
        public Map<String, Integer> fold(List<Recorded> facts) {
            return totals.fold(facts);
        }
    }

    private int looksUntil(AtomicBoolean enough) throws SQLException {
        int looks = 0;
        while (!enough.get()) {
            assertThat(totals()).hasSize(50);
            looks++;
        }
        return looks;
    }

    private static void drainUnchecked(Projector projector) {
        try {
            drain(projector);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long oidOfView() throws SQLException {
        return Long.parseLong(text("SELECT 'view'::regnamespace::oid"));
    }
}
