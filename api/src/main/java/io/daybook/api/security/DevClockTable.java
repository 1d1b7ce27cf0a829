package io.daybook.api.security;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the clock has been moved, by whichever node. */
final class DevClockTable {
    private final JdbcClient jdbc;

    DevClockTable(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    Duration offset() {
        return jdbc.sql("SELECT offset_millis FROM daybook.dev_clock")
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }

    /** Adds to the offset and answers the sum. */
    Duration advance(Duration by) {
        return Duration.ofMillis(
                jdbc.sql("""
                INSERT INTO daybook.dev_clock (offset_millis) VALUES (?)
                ON CONFLICT (only_row) DO UPDATE SET offset_millis = dev_clock.offset_millis + EXCLUDED.offset_millis
                RETURNING offset_millis
                """).param(by.toMillis()).query(Long.class).single());
    }
}
