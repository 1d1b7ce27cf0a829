package io.daybook.api.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.JournalModule;
import io.daybook.kernel.Recorded;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happened to an account: the database takes every row of it, and the books' own checks find nothing. */
class RandomBooksTest {
    private static final long SEED = Long.getLong("seed", 20_260_316L);
    private static final int HISTORIES = 12;
    private static final int STEPS = 300;

    @Test
    void no_history_breaks_a_constraint_or_a_check_however_it_is_cut_into_runs() {
        for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
            try (Book book = RandomBooks.book()) {
                project(book, RandomBooks.facts(seed, STEPS), new Random(seed));
                assertThat(JournalModule.views(book.source()).violations())
                        .as("seed %d", seed)
                        .isEmpty();
            } catch (IllegalStateException refused) {
                throw new AssertionError("refused under -Dseed=" + seed, refused);
            }
        }
    }

    /** One fact at a time, a few, or very many: as a node that follows the log, or one that replays it. */
    private static void project(Book book, List<Recorded> facts, Random random) {
        int longest = List.of(1, 12, 1000).get(random.nextInt(3));
        int from = 0;
        while (from < facts.size()) {
            int to = Math.min(facts.size(), from + 1 + random.nextInt(longest));
            book.project(facts.subList(from, to));
            from = to;
        }
    }
}
