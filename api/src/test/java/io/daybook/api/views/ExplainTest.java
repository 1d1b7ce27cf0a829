package io.daybook.api.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.explain.Explanation;
import io.daybook.explain.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever happened in a month: every amount comes from what it is said to come from, or the answer says what is missing. */
class ExplainTest {
    private static final long SEED = Long.getLong("seed", 20_260_601L);
    private static final int MONTHS = 4;
    private static final int STEPS = 300;

    @Test
    void the_leaves_of_every_payout_entry_and_journal_line_sum_to_it() {
        Map<Node.Kind, Long> seen = new EnumMap<>(Node.Kind.class);
        for (long seed = SEED; seed < SEED + MONTHS; seed++)
            try (ExplainedBook month = new ExplainedBook(seed, STEPS)) {
                for (String id : all(month)) {
                    Explanation found = month.explain(id).orElseThrow(() -> new AssertionError("no " + id));
                    assertThat(found.missing()).as("%s of seed %d", id, seed).isEmpty();
                    assertThat(found.leaves().sum())
                            .as("%s of seed %d", id, seed)
                            .isEqualTo(found.tree().amount());
                    count(found.tree(), seen);
                }
            }
        assertThat(seen.keySet()).contains(Node.Kind.values());
    }

    private static List<String> all(ExplainedBook month) {
        List<String> ids = new ArrayList<>(month.payouts());
        ids.addAll(month.entries());
        ids.addAll(month.lines());
        return ids;
    }

    private static void count(Node node, Map<Node.Kind, Long> seen) {
        seen.merge(node.kind(), 1L, Long::sum);
        Stream.concat(node.children().stream(), node.beside().stream()).forEach(child -> count(child, seen));
    }

    /** Each kind of row as often, wherever in the tree it stands. */
    @Test
    void whichever_row_is_gone_the_answer_is_incomplete_and_never_another_sum() {
        Map<String, Integer> tried = new TreeMap<>();
        try (ExplainedBook month = new ExplainedBook(SEED, STEPS)) {
            List<String> ids = all(month);
            Collections.shuffle(ids, new Random(SEED));
            for (String id : ids.subList(0, Math.min(150, ids.size()))) {
                Explanation whole = month.explain(id).orElseThrow();
                List<Edge> edges = new ArrayList<>(Edge.of(whole.tree()));
                Collections.shuffle(edges, new Random(SEED));
                for (Edge edge : edges) {
                    if (tried.getOrDefault(edge.table(), 0) >= 40 || !isThere(month, edge)) continue;
                    tried.merge(edge.table(), 1, Integer::sum);
                    assertThat(without(month, edge, id).filter(Explanation::isComplete))
                            .as("%s without %s, seed %d", id, edge, SEED)
                            .isEmpty();
                }
                assertThat(month.explain(id).orElseThrow()).isEqualTo(whole);
            }
        }
        assertThat(tried.keySet())
                .containsExactlyInAnyOrder(
                        "account_entry",
                        "account_entry_use",
                        "adjustment",
                        "engagement_rate",
                        "journal_entry",
                        "journal_line",
                        "log",
                        "payout",
                        "payout_batch_line",
                        "payout_moment",
                        "payout_part",
                        "time_entry");
    }

    private static boolean isThere(ExplainedBook month, Edge edge) {
        return edge.table().equals("log")
                || !month.book()
                        .rows("(SELECT 1 FROM view.%s WHERE %s)".formatted(edge.table(), edge.where()))
                        .isEmpty();
    }

    /** What is said of it while one such row is gone. */
    private static Optional<Explanation> without(ExplainedBook month, Edge edge, String id) {
        if (edge.table().equals("log")) {
            long position = Long.parseLong(edge.where());
            month.log().delete(position);
            Optional<Explanation> answer = month.explain(id);
            month.log().restore(position);
            return answer;
        }
        Book book = month.book();
        String table = "view." + edge.table();
        book.force("CREATE TABLE view.kept AS SELECT * FROM %s WHERE %s ORDER BY 1, 2 LIMIT 1"
                .formatted(table, edge.where()));
        book.force("DELETE FROM %s t USING view.kept k WHERE t = k::text::%s".formatted(table, table));
        Optional<Explanation> answer = month.explain(id);
        String columns = columns(book, edge.table());
        book.force("INSERT INTO %s (%s) SELECT %s FROM view.kept".formatted(table, columns, columns));
        book.force("DROP TABLE view.kept");
        return answer;
    }

    /** Those that are not computed from others. A row of one text is written as {@code ("text")}. */
    private static String columns(Book book, String table) {
        return book.rows("""
                        (SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns
                          WHERE table_schema = 'view' AND table_name = '%s' AND is_generated = 'NEVER')
                        """.formatted(table)).getFirst().replaceAll("[()\"]", "");
    }
}
