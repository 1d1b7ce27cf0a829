package io.daybook.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The rows of the views, to be copied into tables of the same columns, checks and indexes; no trigger looks at them there. */
final class CopiedRows {
    private static final int ROWS_AT_A_TIME = 10_000;

    private final Ground ground;
    private final Map<String, byte[]> rows;

    private CopiedRows(Ground ground, Map<String, byte[]> rows) {
        this.ground = ground;
        this.rows = rows;
    }

    static List<String> tables(Ground ground) throws SQLException {
        return List.of(ground.text("""
                        SELECT string_agg('view.' || tablename, ',' ORDER BY tablename) FROM pg_tables
                        WHERE schemaname = 'view' AND tablename NOT IN ('origin', 'flyway_schema_history')
                        """).split(","));
    }

    static CopiedRows of(Ground ground) throws SQLException, IOException {
        Map<String, byte[]> rows = new LinkedHashMap<>();
        ground.run("DROP SCHEMA IF EXISTS raw_view CASCADE", "CREATE SCHEMA raw_view");
        try (Connection connection = ground.connect()) {
            for (String table : tables(ground)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                if (copying(connection).copyOut("COPY " + table + " TO STDOUT", out) == 0) continue;
                rows.put(table, out.toByteArray());
                ground.run("CREATE TABLE raw_" + table + " (LIKE " + table + " INCLUDING ALL)");
            }
        }
        return new CopiedRows(ground, rows);
    }

    /** In seconds. */
    double readAndCopy() throws SQLException, IOException {
        List<String> emptying = new ArrayList<>();
        rows.keySet().forEach(table -> emptying.add("TRUNCATE raw_" + table));
        ground.run(emptying.toArray(String[]::new));
        long began = System.nanoTime();
        try (Connection connection = ground.connect()) {
            read(connection);
            for (Map.Entry<String, byte[]> table : rows.entrySet())
                copying(connection)
                        .copyIn(
                                "COPY raw_" + table.getKey() + " FROM STDIN",
                                new ByteArrayInputStream(table.getValue()));
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static void read(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet row = statement.executeQuery("SELECT position, event_id, stream, seq, type, revision,"
                    + " recorded_at, payload, metadata FROM daybook.event_log ORDER BY position")) {
                long bytes = 0;
                while (row.next()) bytes += row.getBytes(8).length + row.getBytes(9).length;
                if (bytes == 0) throw new IllegalStateException("nothing was read");
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static CopyManager copying(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
