package io.daybook.kernel;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Runs a property under many seeds and names the one that broke it. The seeds are the same every time; another first
 * one comes from {@code -Ddaybook.seed=N}.
 */
public final class Seeds {
    private static final long FIRST = Long.getLong("daybook.seed", 20_260_504L);

    private final SplittableRandom random;

    private Seeds(long seed) {
        random = new SplittableRandom(seed);
    }

    public static void forEach(int runs, Consumer<Seeds> property) {
        for (long seed = FIRST; seed < FIRST + runs; seed++) {
            try {
                property.accept(new Seeds(seed));
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("broken under -Ddaybook.seed=" + seed + ": " + broken.getMessage(), broken);
            }
        }
    }

    /** Both ends included. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** True once in {@code n} times. */
    public boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
