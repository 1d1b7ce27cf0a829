package io.daybook.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that something of ours wrote, written once more by the plainest SQL: prepared inserts in batches, a thousand rows and
 * a commit, into tables of the same columns, checks and indexes.
 */
final class Again {
    private static final int ROWS_A_COMMIT = 1000;

    private final Ground ground;
    private final List<Table> tables = new ArrayList<>();

    Again(Ground ground) {
        this.ground = ground;
    }

    private record Table(String name, List<String> columns, List<Object[]> rows) {}

    /** Takes the events of these positions, and the answers that came with them. */
    Again log(long after, long upTo) throws SQLException {
        String positions = "position > %d AND position <= %d ORDER BY position".formatted(after, upTo);
        return table("daybook.event_log", positions).table("daybook.command_log", positions);
    }

    /** Takes more rows. */
    Again table(String name, String which) throws SQLException {
        try (Connection connection = ground.connect();
                PreparedStatement query =
                        connection.prepareStatement("SELECT * FROM %s WHERE %s".formatted(name, which));
                ResultSet row = query.executeQuery()) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++)
                columns.add(row.getMetaData().getColumnName(i));
            List<Object[]> rows = new ArrayList<>();
            while (row.next()) {
                Object[] values = new Object[columns.size()];
                for (int i = 0; i < values.length; i++) values[i] = row.getObject(i + 1);
                rows.add(values);
            }
            tables.add(new Table(name, columns, rows));
        }
        return this;
    }

    int rows() {
        return tables.stream().mapToInt(table -> table.rows().size()).sum();
    }

    /** In seconds. */
    double write() throws SQLException {
        ground.run("DROP SCHEMA IF EXISTS again CASCADE", "CREATE SCHEMA again");
        for (Table table : tables)
            ground.run("CREATE TABLE " + copy(table) + " (LIKE " + table.name()
                    + " INCLUDING ALL EXCLUDING IDENTITY EXCLUDING GENERATED)");
        long began = System.nanoTime();
        try (Connection connection = ground.connect()) {
            connection.setAutoCommit(false);
            for (Table table : tables) write(connection, table);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static void write(Connection connection, Table table) throws SQLException {
        String places =
                String.join(", ", table.columns().stream().map(column -> "?").toList());
        String sql =
                "INSERT INTO %s (%s) VALUES (%s)".formatted(copy(table), String.join(", ", table.columns()), places);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (Object[] row : table.rows()) {
                for (int i = 0; i < row.length; i++) insert.setObject(i + 1, row[i]);
                insert.addBatch();
                if (++waiting % ROWS_A_COMMIT != 0) continue;
                insert.executeBatch();
                connection.commit();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private static String copy(Table table) {
        return "again." + table.name().substring(table.name().indexOf('.') + 1);
    }
}
