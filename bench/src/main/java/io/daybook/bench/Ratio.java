package io.daybook.bench;

import java.util.List;
import java.util.Locale;

/**
 * What pairs of runs, taken by turns, came to.
 *
 * @param what is held against what
 * @param values of one pair each
 * @param goal what the median should reach; as a ceiling where {@code isCeiling}
 */
record Ratio(String what, List<Double> values, double goal, boolean isCeiling) {
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

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    boolean isReached() {
        return isCeiling ? median() <= goal : median() >= goal;
    }

    /** A line of a Markdown table. */
    String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f–%.2f | %s %.2f | %s |",
                what,
                median(),
                values.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                values.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                isCeiling ? "≤" : "≥",
                goal,
                isReached() ? "yes" : "no");
    }
}
