package io.daybook.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.api.eventlog.Projector;
import io.daybook.bench.Pairs.Pair;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Accounts and books made anew from the log, against reading the log once and copying the same rows in; then reads of them. */
final class Rebuilds implements Suite {
    private static final double GOAL = 0.5;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public List<Ratio> measure(Ground ground, Pairs pairs) throws Exception {
        List<Ratio> ratios = new ArrayList<>();
        try (HikariDataSource pool = ground.pool(20, "daybook");
                BonusLog log = new BonusLog(pool)) {
            log.growTo(pairs.events());
            Projector projector = log.projector();
            empty(ground);
            toTheEnd(projector);
            ground.run("ANALYZE");
            CopiedRows raw = CopiedRows.of(ground);
            List<Pair<Double>> seconds = pairs.byTurns(() -> emptyThenOurs(ground, projector), raw::readAndCopy);
            long events = Long.parseLong(ground.text("SELECT count(*) FROM daybook.event_log"));
            ratios.add(Ratio.atLeast(
                    GOAL,
                    "rebuild of accounts and books ÷ (read + COPY), %,d events".formatted(events),
                    seconds.stream().map(pair -> 1 / pair.ratio(took -> took)).toList()));
            ratios.addAll(new Reads(pool, log.people()).measure(pairs));
        }
        return ratios;
    }

    /** Only the rebuilding counts. */
    private static double emptyThenOurs(Ground ground, Projector projector) throws SQLException {
        empty(ground);
        return toTheEnd(projector);
    }

    static void empty(Ground ground) throws SQLException {
        ground.run(
                "TRUNCATE " + String.join(", ", CopiedRows.tables(ground)),
                "UPDATE daybook.projection_token SET position = 0",
                "CHECKPOINT");
    }

    /** In seconds. */
    static double toTheEnd(Projector projector) throws SQLException {
        long began = System.nanoTime();
        boolean more = true;
        while (more) more = projector.step();
        return (System.nanoTime() - began) / 1e9;
    }
}
