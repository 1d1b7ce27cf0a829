package io.daybook.api.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.kernel.ReadModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadLettersTest extends TallyViews {
    @Test
    void a_fact_that_cannot_be_taken_in_stops_its_own_stream_only() throws Exception {
        execute("ALTER TABLE view.tally_total ADD CONSTRAINT small CHECK (tally <> 'tally-2' OR total < 5)");
        for (int i = 0; i < 9; i++) count("tally-" + i % 3, 4, "c" + i);
        Projector projector = projector(MODEL);
        drain(projector);
        assertThat(totals()).isEqualTo(Map.of("tally-0", 12, "tally-1", 12, "tally-2", 4));
        List<DeadLetter> letters = letters(projector).list(0, 100);
        assertThat(letters)
                .extracting(DeadLetter::stream)
                .containsOnly("tally-2")
                .hasSize(8);
        assertThat(letters.getFirst().code()).isEqualTo("23514");
        assertThat(letters.getFirst().place()).isEqualTo("tally_total.small");
        assertThat(letters.subList(1, 8)).extracting(DeadLetter::code).containsOnly("follows");
    }

    @Test
    void what_it_had_written_before_it_failed_is_undone() throws Exception {
        Projector projector = projector(failingAfterItsWrite("tally-1"));
        count("tally-0", 1, "a");
        count("tally-1", 1, "b");
        count("tally-0", 1, "c");
        drain(projector);
        assertThat(totals()).isEqualTo(Map.of("tally-0", 2));
        assertThat(letters(projector).list(0, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.position()).isEqualTo(2);
            assertThat(letter.code()).isEqualTo("ArithmeticException");
            assertThat(letter.place()).startsWith("DeadLettersTest.java:");
        });
    }

    @Test
    void a_constraint_that_is_only_looked_at_when_all_is_written_blames_the_right_fact() throws Exception {
        execute("""
                CREATE FUNCTION view.no_threes() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN IF NEW.total >= 3 AND NEW.tally = 'tally-1' THEN RAISE 'no threes' USING ERRCODE = 'DB003'; END IF; RETURN NULL; END $$
                """);
        execute("CREATE CONSTRAINT TRIGGER no_threes AFTER INSERT OR UPDATE ON view.tally_total"
                + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION view.no_threes()");
        count("tally-1", 4, "a");
        count("tally-2", 3, "b");
        Projector projector = projector(MODEL);
        drain(projector);
        assertThat(totals()).isEqualTo(Map.of("tally-1", 2, "tally-2", 3));
        assertThat(letters(projector).list(0, 10))
                .extracting(DeadLetter::position)
                .containsExactly(3L, 4L);
    }

    @Test
    void later_facts_of_a_parked_stream_wait_behind_it_and_come_in_when_the_reason_is_gone() throws Exception {
        execute("ALTER TABLE view.tally_total ADD CONSTRAINT small CHECK (tally <> 'tally-1' OR total < 5)");
        count("tally-1", 6, "a");
        Projector projector = projector(MODEL);
        drain(projector);
        count("tally-1", 2, "b");
        count("tally-2", 2, "c");
        drain(projector);
        assertThat(totals()).isEqualTo(Map.of("tally-1", 4, "tally-2", 2));
        DeadLetters letters = letters(projector);
        assertThat(letters.retry(null)).isEqualTo(new DeadLetters.Retried(0, 4));
        assertThat(letters.list(0, 1).getFirst().tries()).isEqualTo(2);
        execute("ALTER TABLE view.tally_total DROP CONSTRAINT small");
        assertThat(letters.retry("tally-2")).isEqualTo(new DeadLetters.Retried(0, 4));
        assertThat(letters.retry("tally-1")).isEqualTo(new DeadLetters.Retried(4, 0));
        assertThat(letters.retry(null)).isEqualTo(new DeadLetters.Retried(0, 0));
        count("tally-1", 1, "d");
        drain(projector);
        assertThat(totals()).isEqualTo(Map.of("tally-1", 9, "tally-2", 2));
    }

    @Test
    void a_missing_table_is_nobodys_fault_and_stops_everything() throws Exception {
        count("tally-1", 1, "a");
        execute("ALTER TABLE view.tally_total RENAME TO elsewhere");
        Projector projector = projector(MODEL);
        assertThatThrownBy(() -> drain(projector)).hasMessageContaining("tally_total");
        assertThat(letters(projector).count()).isZero();
        execute("ALTER TABLE view.elsewhere RENAME TO tally_total");
        drain(projector);
        assertThat(totals()).isEqualTo(Map.of("tally-1", 1));
    }

    @Test
    void where_every_stream_fails_it_is_the_code_and_nothing_is_parked() throws Exception {
        execute("ALTER TABLE view.tally_total ADD CONSTRAINT none CHECK (total < 0)");
        for (int i = 0; i < 101; i++) count("tally-" + i, 1, "c" + i);
        Projector projector = projector(MODEL);
        assertThatThrownBy(() -> drain(projector)).hasMessageContaining("more than 100 streams");
        assertThat(letters(projector).count()).isZero();
    }

    private DeadLetters letters(Projector projector) {
        return new DeadLetters(database.application(), log.reader(), projector);
    }

    /** Writes, and then finds that it should not have. */
    private static ReadModel<?> failingAfterItsWrite(String tally) {
        return new ReadModel<>(Tally.TOTALS, (connection, sums) -> {
            Tally.TABLE.write(connection, sums);
            if (sums.containsKey(tally)) throw new ArithmeticException("integer overflow");
        });
    }
}
