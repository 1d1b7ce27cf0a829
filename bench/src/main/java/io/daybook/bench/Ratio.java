package io.daybook.bench;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What pairs of runs, taken by turns, came to.
 *
 * @param what is held against what
 * @param values of one pair each
 * @param goal what the median should reach; null where it is shown for comparison only
 * @param isCeiling whether the goal is the most it should be
 */
record Ratio(String what, List<Double> values, @Nullable Double goal, boolean isCeiling) {
    Ratio {
        values = List.copyOf(values);
        if (values.isEmpty()) throw new IllegalArgumentException("no pair was measured");
    }

    static Ratio atLeast(double goal, String what, List<Double> values) {
        return new Ratio(what, values, goal, false);
    }

    static Ratio atMost(double goal, String what, List<Double> values) {
        return new Ratio(what, values, goal, true);
    }

    static Ratio toCompare(String what, List<Double> values) {
        return new Ratio(what, values, null, false);
    }

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** A line of a Markdown table. */
    String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f–%.2f | %s |",
                what,
                median(),
                values.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                values.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                goal == null ? "–" : verdict(goal));
    }

    private String verdict(double aim) {
        boolean isReached = isCeiling ? median() <= aim : median() >= aim;
        return String.format(
                Locale.ROOT, "%s %.2f: %s", isCeiling ? "≤" : "≥", aim, isReached ? "reached" : "not reached");
    }
}
