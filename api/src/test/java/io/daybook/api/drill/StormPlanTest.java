package io.daybook.api.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StormPlanTest {
    @Test
    void the_same_seed_and_round_give_the_same_plan_and_others_give_others() {
        assertThat(plan(7, 1)).isEqualTo(plan(7, 1));
        assertThat(plan(7, 1)).isNotEqualTo(plan(7, 2)).isNotEqualTo(plan(8, 1));
    }

    @Test
    void every_plan_kills_freezes_crashes_and_cuts_in_order_and_within_its_time() {
        IntStream.rangeClosed(1, 200).mapToObj(seed -> plan(seed, 1)).forEach(plan -> {
            assertThat(plan.acts())
                    .isSortedAccordingTo(Comparator.comparing(Act::at))
                    .allMatch(act -> act.at().compareTo(plan.length()) < 0);
            assertThat(only(plan, Act.FreezeNode.class)).hasSize(1);
            assertThat(only(plan, Act.KillNode.class)).hasSizeGreaterThan(5);
            assertThat(only(plan, Act.CrashDatabase.class)).isNotEmpty();
            assertThat(only(plan, Act.FreezeDatabase.class)).isNotEmpty();
            assertThat(only(plan, Act.CutCommits.class)).hasSizeGreaterThan(15);
        });
    }

    @Test
    void a_node_that_stands_still_is_not_killed_before_it_goes_on() {
        IntStream.rangeClosed(1, 200).mapToObj(seed -> plan(seed, 1)).forEach(plan -> {
            Act.FreezeNode freeze = only(plan, Act.FreezeNode.class).getFirst();
            Duration thaw = freeze.at().plus(freeze.length());
            assertThat(freeze.length()).isBetween(Duration.ofSeconds(12), Duration.ofSeconds(45));
            assertThat(only(plan, Act.KillNode.class))
                    .noneMatch(kill -> kill.node() == freeze.node()
                            && kill.at().compareTo(freeze.at()) >= 0
                            && kill.at().compareTo(thaw) <= 0);
        });
    }

    private static StormPlan plan(long seed, int round) {
        return StormPlan.of(seed, round, 3, 400);
    }

    private static <T extends Act> List<T> only(StormPlan plan, Class<T> kind) {
        return plan.acts().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
