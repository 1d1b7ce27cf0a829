package io.daybook.bench;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The pure parts by themselves, measured by JMH, which repeats until the compiler has nothing left to gain. */
final class Pure {
    private static final String OURS = "io\\.daybook\\..*Benchmark\\..*";
    private static final int RUNS = 5;

    private Pure() {}

    /** Prints a table of microseconds for each, as absolute figures of this machine. */
    static void print() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(OURS)
                        .mode(Mode.AverageTime)
                        .timeUnit(java.util.concurrent.TimeUnit.MICROSECONDS)
                        .forks(1)
                        .warmupIterations(RUNS)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(RUNS)
                        .measurementTime(TimeValue.seconds(1))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        System.out.println("| pure part | µs | ± |");
        System.out.println("|---|---|---|");
        for (RunResult result : results)
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f |%n",
                    nameOf(result.getParams().getBenchmark()),
                    result.getPrimaryResult().getScore(),
                    result.getPrimaryResult().getScoreError());
    }

    /** {@code io.daybook.account.DecidingBenchmark.decide} is {@code account: decide}. */
    private static String nameOf(String benchmark) {
        String[] parts = benchmark.split("\\.");
        return parts[parts.length - 3] + ": " + parts[parts.length - 1];
    }
}
