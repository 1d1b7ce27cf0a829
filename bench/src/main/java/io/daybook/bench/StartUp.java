package io.daybook.bench;

import java.util.List;

/** From nothing to ready on an external database, against a program with the same libraries and no code. */
final class StartUp implements Suite {
    private static final double GOAL = 1.5;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Ratio> measure(Ground ground, Pairs pairs) throws Exception {
        try (Starts starts = new Starts(ground)) {
            List<Double> ratios =
                    pairs.byTurns(() -> starts.ours(ground.access()), () -> starts.nothing(ground.access())).stream()
                            .peek(pair -> System.err.printf(
                                    "  ours %.2f s, without code %.2f s%n", pair.ours(), pair.theirs()))
                            .map(pair -> pair.ratio(seconds -> seconds))
                            .toList();
            return List.of(Ratio.atMost(GOAL, "start to ready ÷ the same libraries without code", ratios));
        }
    }
}
