package io.daybook.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An order over HTTP to its answer, views included, against the same rows by single inserts and a commit. */
final class Http implements Suite {
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final List<Integer> CALLERS = List.of(1, 8, 32);
    private static final double GOAL = 0.3;
    /** Of a bonus: asked for, and posted. */
    private static final int EVENTS = 2;

    @Override
    public String name() {
        return "http";
    }

    @Override
    public List<Ratio> measure(Ground ground, Pairs pairs) throws Exception {
        List<Ratio> ratios = new ArrayList<>();
        Path folder = Files.createTempDirectory("daybook-bench-http");
        try (Program program = new Program(ground.access(), folder, List.of())) {
            OrdersOverHttp ours = new OrdersOverHttp(program);
            Load.of(32, WARM_UP, ours);
            RawRows.prepare(ground);
            try (RawRows raw = new RawRows(ground, 32, EVENTS)) {
                Load.of(32, WARM_UP.dividedBy(12), raw);
                for (int callers : CALLERS) ratios.add(atCallers(callers, pairs, ours, raw));
            }
            ours.awaitViews();
            long adjustments = Long.parseLong(ground.text("SELECT count(*) FROM view.adjustment"));
            if (adjustments != ours.acknowledged())
                throw new IllegalStateException(ours.acknowledged() + " acknowledged, " + adjustments + " there");
        }
        return ratios;
    }

    private static Ratio atCallers(int callers, Pairs pairs, OrdersOverHttp ours, RawRows raw) throws Exception {
        String at = callers == 1 ? "1 caller" : callers + " callers";
        return Ratio.atLeast(
                GOAL,
                "orders over HTTP ÷ raw commits, " + at,
                Pairs.ratios(pairs.paces("orders over HTTP", callers, ours, raw)));
    }
}
