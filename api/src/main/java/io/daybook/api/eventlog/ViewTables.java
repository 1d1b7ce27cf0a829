package io.daybook.api.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Schema {@code view} as a whole: whether it was filled, its tables, and how to empty it. */
final class ViewTables {
    /** The schema that is read. */
    static final String LIVE = "view";

    private ViewTables() {}

    /** True once for each time the schema was made: the projections must then begin anew. */
    static boolean markBegun(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO view.origin (begun_at) VALUES (now()) ON CONFLICT DO NOTHING")) {
            return statement.executeUpdate() == 1;
        }
    }

    /** Takes out every row of every read model. */
    static void empty(Connection connection) throws SQLException {
        List<String> names = names(connection, LIVE);
        if (names.isEmpty()) return;
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "TRUNCATE " + names.stream().map(name -> LIVE + "." + name).collect(Collectors.joining(", ")));
        }
    }

    /** Tables of read models, quoted where they must be. */
    static List<String> names(Connection connection, String schema) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT format('%I', tablename) FROM pg_catalog.pg_tables
                WHERE schemaname = ? AND tablename NOT IN ('origin', 'flyway_schema_history')
                ORDER BY tablename
                """)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) names.add(row.getString(1));
            }
        }
        return names;
    }
}
