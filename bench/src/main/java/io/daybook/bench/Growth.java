package io.daybook.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.api.postgres.DatabaseAccess;
import io.daybook.bench.Pairs.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One log that grows tenfold, and again: what rebuilding, reading and starting cost at each size. Rebuilding has a process and
 * 512 MB of heap of its own.
 */
final class Growth implements Suite {
    private static final int SMALLEST = 10_000;
    private static final double WITHIN = 1.25;
    private static final double TENFOLD = 11;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public List<Ratio> measure(Ground ground, Pairs pairs) throws Exception {
        List<Ratio> ratios = new ArrayList<>();
        Map<Integer, Double> rebuilt = new LinkedHashMap<>();
        Map<String, List<Double>> smallest = new LinkedHashMap<>();
        try (Starts starts = new Starts(ground);
                HikariDataSource pool = ground.pool(20, "daybook");
                BonusLog log = new BonusLog(pool)) {
            for (int events = SMALLEST; events <= pairs.events(); events *= 10) {
                log.growTo(events);
                rebuilt.put(events, rebuild(ground));
                System.err.printf(Locale.ROOT, "  rebuilt %,d events: %.1f s%n", events, rebuilt.get(events));
                Double before = rebuilt.get(events / 10);
                if (before != null)
                    ratios.add(Ratio.atMost(
                            TENFOLD,
                            "rebuild of %,d events with 512 MB ÷ of %,d".formatted(events, events / 10),
                            List.of(rebuilt.get(events) / before)));
                ground.run("VACUUM ANALYZE");
                ratios.addAll(reads(pool, log, pairs, events, smallest));
            }
            ratios.add(start(ground, starts, pairs));
        }
        return ratios;
    }

    private static double rebuild(Ground ground) throws Exception {
        Rebuilds.empty(ground);
        return RebuildAlone.run(ground.access());
    }

    /** Reads against reads by primary key at this size, and what became of that ratio since the smallest. */
    private static List<Ratio> reads(
            HikariDataSource pool, BonusLog log, Pairs pairs, int events, Map<String, List<Double>> smallest)
            throws Exception {
        List<Ratio> ratios = new ArrayList<>();
        for (Ratio read : new Reads(pool, log.people()).measure(pairs)) {
            String at = ", %,d events".formatted(events);
            ratios.add(new Ratio(read.what() + at, read.values(), read.goal(), read.isCeiling()));
            List<Double> small = smallest.computeIfAbsent(read.what(), what -> read.values());
            if (events > SMALLEST)
                ratios.add(Ratio.atMost(
                        WITHIN,
                        read.what() + ": at %,d events ÷ at %,d".formatted(SMALLEST, events),
                        List.of(Ratio.toCompare("", small).median() / read.median())));
        }
        return ratios;
    }

    private static Ratio start(Ground ground, Starts starts, Pairs pairs) throws Exception {
        starts.ours(ground.access());
        ground.run("UPDATE daybook.projection_token SET position = (SELECT max(position) FROM daybook.event_log)");
        DatabaseAccess empty = ground.another("empty");
        starts.ours(empty);
        List<Pair<Double>> seconds = pairs.byTurns(() -> starts.ours(ground.access()), () -> starts.ours(empty));
        return Ratio.atMost(
                WITHIN,
                "start to ready, with this log ÷ with an empty one",
                seconds.stream().map(pair -> pair.ratio(took -> took)).toList());
    }
}
