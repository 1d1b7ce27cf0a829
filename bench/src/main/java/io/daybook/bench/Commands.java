package io.daybook.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.bench.Load.Operation;
import io.daybook.bench.Load.Pace;
import io.daybook.bench.Pairs.Pair;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An order from the command bus to durable, against the same two rows by single inserts and a commit, and against Axon's store. */
final class Commands implements Suite {
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final int POOL = 10;

    private static final Map<Integer, Double> GOALS = new LinkedHashMap<>();

    static {
        GOALS.put(1, 0.6);
        GOALS.put(8, 1.3);
        GOALS.put(32, 1.6);
        GOALS.put(64, 1.6);
    }

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public List<Ratio> measure(Ground ground, Pairs pairs) throws Exception {
        List<Ratio> ratios = new ArrayList<>();
        try (HikariDataSource pool = ground.pool(POOL, "daybook");
                OrdersToDaybook ours = new OrdersToDaybook(pool);
                StockAxon stock = new StockAxon(ground)) {
            Load.of(32, WARM_UP, ours);
            RawRows.prepare(ground);
            try (RawRows raw = new RawRows(ground, 64, 1)) {
                Load.of(32, WARM_UP.dividedBy(2), raw);
                Load.of(32, WARM_UP, stock);
                for (Map.Entry<Integer, Double> goal : GOALS.entrySet())
                    ratios.addAll(atCallers(goal.getKey(), goal.getValue(), pairs, ours, raw, stock));
            }
            mustBeThere(pool, ours);
        }
        return ratios;
    }

    private static List<Ratio> atCallers(
            int callers, double goal, Pairs pairs, Operation ours, Operation raw, Operation stock) throws Exception {
        List<Pair<Pace>> orders = pairs.paces("orders", callers, ours, raw);
        List<Pair<Pace>> ofStock = pairs.paces("Axon's store", callers, stock, raw);
        String at = callers == 1 ? "1 caller" : callers + " callers";
        return List.of(
                Ratio.atLeast(goal, "orders to durable ÷ raw commits, " + at, Pairs.ratios(orders)),
                Ratio.atMost(
                        callers == 1 ? 2.5 : 1.5,
                        "p99 of an order ÷ p99 of a raw commit, " + at,
                        orders.stream().map(pair -> pair.ratio(Pace::p99)).toList()),
                Ratio.toCompare("Axon's JDBC store ÷ raw commits, " + at, Pairs.ratios(ofStock)));
    }

    /** A pace at which something is lost is none. */
    private static void mustBeThere(HikariDataSource pool, OrdersToDaybook ours) throws SQLException {
        long events = Ground.count(pool, "SELECT count(*) FROM daybook.event_log");
        long answers = Ground.count(pool, "SELECT count(*) FROM daybook.command_log");
        if (events != ours.acknowledged() || answers != ours.acknowledged())
            throw new IllegalStateException(
                    ours.acknowledged() + " acknowledged, " + events + " events, " + answers + " answers");
    }
}
