package io.daybook.simulation;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulation that finds nothing proves nothing: each of these must be found, and for what it is. */
class PlantedBugsTest {
    private static final int SEEDS = 500;

    @BeforeAll
    static void quiet() {
        Logger.getLogger("io.daybook.payout.engine").setLevel(Level.OFF);
    }

    @ParameterizedTest
    @EnumSource
    void each_planted_bug_is_found(PlantedBug bug) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                Seeds.run(seed, bug);
            } catch (Broken found) {
                if (!bug.isSaidBy(found)) continue;
                System.out.println("simulation: " + bug + " found after " + seed + " seeds: " + found.getMessage());
                return;
            }
        }
        throw new AssertionError(bug + " was not found in " + SEEDS + " seeds");
    }
}
