package io.daybook.api.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Schema {@code view} as a whole: whether it was filled, what is in it, and how to empty it. */
final class ViewTables {
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
        List<String> names = names(connection);
        if (names.isEmpty()) return;
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE " + String.join(", ", names));
        }
    }

    /** A digest of each table's rows, whatever their order: equal rows give equal digests. */
    static Map<String, String> digests(Connection connection) throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        for (String name : names(connection))
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) || ':'"
                            + " || coalesce(sum(hashtextextended(r::text, 1)::numeric), 0) || ':'"
                            + " || coalesce(sum(hashtextextended(r::text, 2)::numeric), 0) FROM " + name + " AS r")) {
                row.next();
                digests.put(name, row.getString(1));
            }
        return digests;
    }

    static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                        SELECT format('%I.%I', schemaname, tablename) FROM pg_catalog.pg_tables
                        WHERE schemaname = 'view' AND tablename NOT IN ('origin', 'flyway_schema_history')
                        ORDER BY tablename
                        """);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) names.add(row.getString(1));
        }
        return names;
    }
}
