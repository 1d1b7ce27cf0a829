package io.daybook.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints ratios: one table, one run, one machine. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        description = "Holds Daybook against plain SQL and against Axon's own store.")
final class Bench implements Callable<Integer> {
    private static final List<Suite> ALL = List.of(
            new Commands(),
            new Http(),
            new Rebuilds(),
            new Room(),
            new Weeks(),
            new Paydays(),
            new StartUp(),
            new Growth());

    @Option(
            names = "--only",
            split = ",",
            description = "these alone: commands, http, rebuild, room, weeks, payouts, start, growth, pure")
    private List<String> only = List.of();

    @Option(names = "--pairs", description = "pairs of each ratio (default: ${DEFAULT-VALUE})")
    private int pairs = 5;

    @Option(names = "--seconds", description = "of one side of a pair (default: ${DEFAULT-VALUE})")
    private int seconds = 4;

    @Option(names = "--events", description = "in the log that is rebuilt (default: ${DEFAULT-VALUE})")
    private int events = 1_000_000;

    @Option(names = "--plot", description = "draws what docs/performance.md says, and measures nothing")
    private boolean plot;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    /** 0 whatever the ratios are: they are for people to judge. */
    @Override
    public Integer call() throws Exception {
        if (plot) return draw(Path.of(System.getProperty("daybook.root"), "docs"));
        if (only.isEmpty() || only.contains("pure")) Pure.print();
        if (only.equals(List.of("pure"))) return 0;
        Path folder = Files.createTempDirectory("daybook-bench");
        List<Ratio> ratios = new ArrayList<>();
        for (Suite suite : ALL) {
            if (!only.isEmpty() && !only.contains(suite.name())) continue;
            System.err.println("measuring: " + suite.name());
            try (Ground ground = Ground.in(folder.resolve(suite.name()))) {
                ratios.addAll(suite.measure(ground, new Pairs(pairs, Duration.ofSeconds(seconds), events)));
            }
        }
        System.out.println("| what | median | min–max | goal |");
        System.out.println("|---|---|---|---|");
        ratios.forEach(ratio -> System.out.println(ratio.line()));
        return 0;
    }

    private static int draw(Path docs) throws IOException {
        Files.writeString(docs.resolve("performance.svg"), Plot.of(Files.readString(docs.resolve("performance.md"))));
        return 0;
    }
}
