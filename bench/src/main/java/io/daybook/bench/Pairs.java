package io.daybook.bench;

import io.daybook.bench.Load.Operation;
import io.daybook.bench.Load.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How much is measured, and the turns that two sides take.
 *
 * @param count of pairs; each side of a pair begins as often as the other
 * @param time of one side of one pair, where it is time that is given
 * @param events in the log, where it is a log that is given
 */
record Pairs(int count, Duration time, int events) {
    /** One side of a pair, run once. */
    @FunctionalInterface
    interface Side<T> {
        T run() throws Exception;
    }

    record Pair<T>(T ours, T theirs) {
        /** Ours divided by theirs. */
        double ratio(ToDoubleFunction<T> figure) {
            return figure.applyAsDouble(ours) / figure.applyAsDouble(theirs);
        }
    }

    <T> List<Pair<T>> byTurns(Side<T> ours, Side<T> theirs) throws Exception {
        List<Pair<T>> pairs = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            if (number % 2 == 0) {
                T first = ours.run();
                pairs.add(new Pair<>(first, theirs.run()));
            } else {
                T first = theirs.run();
                pairs.add(new Pair<>(ours.run(), first));
            }
        }
        return pairs;
    }

    /** Two loads by so many callers each, told one by one as they are measured. */
    List<Pair<Pace>> paces(String what, int callers, Operation ours, Operation theirs) throws Exception {
        List<Pair<Pace>> pairs = byTurns(() -> Load.of(callers, time, ours), () -> Load.of(callers, time, theirs));
        for (Pair<Pace> pair : pairs)
            System.err.printf(
                    Locale.ROOT,
                    "  %s, %d callers: %.0f/s, raw %.0f/s%n",
                    what,
                    callers,
                    pair.ours().perSecond(),
                    pair.theirs().perSecond());
        return pairs;
    }

    static List<Double> ratios(List<Pair<Pace>> pairs) {
        return pairs.stream().map(pair -> pair.ratio(Pace::perSecond)).toList();
    }
}
