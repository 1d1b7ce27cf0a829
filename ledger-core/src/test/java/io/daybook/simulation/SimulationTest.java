package io.daybook.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever fails, whenever: nobody is paid twice, nothing is lost, and in the end all books agree. */
class SimulationTest {
    private static final long SEED = Long.getLong("seed", 1L);
    private static final int SEEDS = Integer.getInteger("seeds", 2_000);
    private static final Logger ENGINE = Logger.getLogger("io.daybook.payout.engine");

    /** A round that a fault ended is a line in the log; here there would be many thousands. */
    @BeforeAll
    static void quiet() {
        ENGINE.setLevel(Level.OFF);
    }

    @AfterAll
    static void aloud() {
        ENGINE.setLevel(null);
    }

    @Test
    void whatever_fails_nobody_is_paid_twice_and_nothing_is_lost() {
        System.out.println("simulation: seeds " + SEED + " to " + (SEED + SEEDS - 1));
        int facts = 0;
        for (long seed = SEED; seed < SEED + SEEDS; seed++)
            facts += Seeds.run(seed, Variant.AS_IT_IS).facts();
        System.out.println("simulation: " + facts + " facts, all books agree; the last log is "
                + Seeds.run(SEED + SEEDS - 1, Variant.AS_IT_IS).hash());
    }

    @Test
    void the_same_seed_gives_the_same_log() {
        for (long seed = SEED; seed < SEED + 20; seed++)
            assertThat(Seeds.run(seed, Variant.AS_IT_IS))
                    .as("seed %d", seed)
                    .isEqualTo(Seeds.run(seed, Variant.AS_IT_IS));
    }
}
