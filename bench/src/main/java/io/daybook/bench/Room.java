package io.daybook.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes that an event takes, on disk with its indexes and in the write-ahead log, against the same rows written again one
 * by one, each with its answer and a commit, into tables of the same columns, checks and indexes.
 */
final class Room implements Suite {
    private static final int CALLERS = 32;
    private static final double GOAL = 1.15;
    private static final String COPY_ONE_BY_ONE = """
            CREATE PROCEDURE raw.copy(after BIGINT, up_to BIGINT) LANGUAGE plpgsql AS $$
            DECLARE
                one RECORD;
            BEGIN
                FOR one IN SELECT e AS event, c AS answer
                             FROM daybook.event_log e JOIN daybook.command_log c ON c.position = e.position
                            WHERE e.position > after AND e.position <= up_to ORDER BY e.position LOOP
                    INSERT INTO raw.event_log OVERRIDING USER VALUE SELECT (one.event).*;
                    INSERT INTO raw.command_log SELECT (one.answer).*;
                    COMMIT;
                END LOOP;
            END
            $$
            """;

    @Override
    public String name() {
        return "room";
    }

    @Override
    public List<Ratio> measure(Ground ground, Pairs pairs) throws Exception {
        List<Double> disk = new ArrayList<>();
        List<Double> wal = new ArrayList<>();
        RawRows.prepare(ground);
        ground.run(COPY_ONE_BY_ONE);
        try (HikariDataSource pool = ground.pool(CALLERS, "daybook");
                OrdersToDaybook ours = new OrdersToDaybook(pool)) {
            for (int pair = 0; pair < pairs.count(); pair++) {
                long before = head(ground);
                Taken taken = taken(ground, "daybook", () -> Load.of(CALLERS, pairs.time(), ours));
                long after = head(ground);
                Taken raw = taken(ground, "raw", () -> ground.run("CALL raw.copy(" + before + ", " + after + ")"));
                disk.add((double) taken.disk() / raw.disk());
                wal.add((double) taken.wal() / raw.wal());
            }
        }
        return List.of(
                Ratio.atMost(GOAL, "disk an event ÷ the same rows, with indexes", disk),
                Ratio.atMost(GOAL, "write-ahead log an event ÷ the same rows one by one", wal));
    }

    private record Taken(long disk, long wal) {}

    private interface Writing {
        void run() throws Exception;
    }

    private static Taken taken(Ground ground, String schema, Writing writing) throws Exception {
        long disk = disk(ground, schema);
        long wal = wal(ground);
        writing.run();
        return new Taken(disk(ground, schema) - disk, wal(ground) - wal);
    }

    private static long head(Ground ground) throws SQLException {
        return Long.parseLong(ground.text("SELECT coalesce(max(position), 0) FROM daybook.event_log"));
    }

    private static long disk(Ground ground, String schema) throws SQLException {
        return Long.parseLong(ground.text(
                "SELECT pg_total_relation_size('%1$s.event_log') + pg_total_relation_size('%1$s.command_log')"
                        .formatted(schema)));
    }

    private static long wal(Ground ground) throws SQLException {
        return Long.parseLong(ground.text("SELECT (pg_current_wal_insert_lsn() - '0/0')::bigint"));
    }
}
