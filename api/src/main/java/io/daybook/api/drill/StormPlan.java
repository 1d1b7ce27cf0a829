package io.daybook.api.drill;

import io.daybook.api.drill.Act.CrashDatabase;
import io.daybook.api.drill.Act.CutCommits;
import io.daybook.api.drill.Act.FreezeDatabase;
import io.daybook.api.drill.Act.FreezeNode;
import io.daybook.api.drill.Act.KillNode;
import io.daybook.api.drill.Act.LoseReads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What will happen in one round, decided before it begins: the same seed gives the same plan. When each act meets which
 * instruction is up to the machine, so two runs of one plan are never quite the same.
 *
 * @param length from the release to the calm
 * @param acts in order of time; the node that is frozen is not killed meanwhile
 */
record StormPlan(Duration length, List<Act> acts) {
    private static final int LEAST_SECONDS = 30;
    private static final int LONGEST_FREEZE_MILLIS = 45_000;

    StormPlan {
        acts = List.copyOf(acts);
    }

    static StormPlan of(long seed, int round, int nodes, int payouts) {
        return new Draw(new SplittableRandom(seed * 1_000_003L + round), nodes, lengthFor(payouts)).plan();
    }

    /** As long as sending takes in calm weather, and half as much again. */
    private static Duration lengthFor(int payouts) {
        return Duration.ofSeconds(LEAST_SECONDS + payouts / 8L);
    }

    private record Draw(SplittableRandom random, int nodes, Duration length, List<Act> acts) {
        Draw(SplittableRandom random, int nodes, Duration length) {
            this(random, nodes, length, new ArrayList<>());
        }

        StormPlan plan() {
            FreezeNode freeze = freeze();
            acts.add(freeze);
            for (Duration at = next(0, 2_000, 8_000); fits(at); at = next(at.toMillis(), 2_000, 8_000))
                kill(at, freeze);
            for (Duration at = next(0, 8_000, 20_000); fits(at); at = next(at.toMillis(), 20_000, 40_000))
                acts.add(new CrashDatabase(at, millis(0, 3_000)));
            for (Duration at = next(0, 12_000, 30_000); fits(at); at = next(at.toMillis(), 20_000, 40_000))
                acts.add(new FreezeDatabase(at, millis(2_000, 6_000)));
            for (Duration at = next(0, 500, 3_000); fits(at); at = next(at.toMillis(), 500, 3_000))
                acts.add(new CutCommits(at, 1 + random.nextInt(4)));
            for (Duration at = next(0, 2_000, 6_000); fits(at); at = next(at.toMillis(), 2_000, 6_000))
                acts.add(new LoseReads(at, 1 + random.nextInt(5)));
            acts.sort(Comparator.comparing(Act::at));
            return new StormPlan(length, acts);
        }

        private FreezeNode freeze() {
            Duration at = millis(3_000, 10_000);
            long most = Math.min(LONGEST_FREEZE_MILLIS, length.minus(at).toMillis());
            return new FreezeNode(at, random.nextInt(nodes), millis(Math.min(12_000, most - 1), most));
        }

        private void kill(Duration at, FreezeNode freeze) {
            int node = random.nextInt(nodes);
            boolean frozen =
                    at.compareTo(freeze.at()) >= 0 && at.compareTo(freeze.at().plus(freeze.length())) <= 0;
            if (!frozen || node != freeze.node()) acts.add(new KillNode(at, node));
        }

        private boolean fits(Duration at) {
            return at.compareTo(length) < 0;
        }

        private Duration next(long afterMillis, long least, long most) {
            return Duration.ofMillis(afterMillis).plus(millis(least, most));
        }

        private Duration millis(long least, long most) {
            return Duration.ofMillis(random.nextLong(least, most));
        }
    }
}
