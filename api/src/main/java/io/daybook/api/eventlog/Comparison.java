package io.daybook.api.eventlog;

import io.daybook.api.eventlog.Replay.Difference;
import io.daybook.api.postgres.ViewsBeside;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The views held against those made beside them, row by row: as they are in the caller's snapshot. */
final class Comparison {
    private static final String NONE = "SELECT NULL::text AS row WHERE false";

    private Comparison() {}

    /**
     * @param tables how many were asked about
     * @param differences of those
     * @param elsewhere which others differ, by name
     */
    record Result(int tables, List<Difference> differences, List<String> elsewhere) {}

    /** @param asked which tables, without their schema, the answer is about */
    static Result of(Connection connection, Predicate<String> asked) throws SQLException {
        List<String> live = ViewTables.names(connection, ViewTables.LIVE);
        List<String> rebuilt = ViewTables.names(connection, ViewsBeside.NAME);
        TreeSet<String> all = new TreeSet<>(live);
        all.addAll(rebuilt);
        List<Difference> differences = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        for (String table : all) {
            String ours = live.contains(table) ? rows(ViewTables.LIVE, table) : NONE;
            String theirs = rebuilt.contains(table) ? rows(ViewsBeside.NAME, table) : NONE;
            boolean inBoth = live.contains(table) && rebuilt.contains(table);
            if (inBoth && digest(connection, ours).equals(digest(connection, theirs))) continue;
            if (!asked.test(table)) elsewhere.add(ViewTables.LIVE + "." + table);
            else
                differences.add(new Difference(
                        ViewTables.LIVE + "." + table,
                        inFirstOnly(connection, ours, theirs),
                        inFirstOnly(connection, theirs, ours)));
        }
        return new Result((int) all.stream().filter(asked).count(), differences, elsewhere);
    }

    private static String rows(String schema, String table) {
        return "SELECT r::text AS row FROM " + schema + "." + table + " AS r";
    }

    /** Of the rows, whatever their order: equal rows give equal digests. */
    private static String digest(Connection connection, String rows) throws SQLException {
        return one(
                connection,
                "SELECT count(*) || ':'"
                        + " || coalesce(sum(hashtextextended(row, 1)::numeric), 0) || ':'"
                        + " || coalesce(sum(hashtextextended(row, 2)::numeric), 0) FROM (" + rows + ") AS r");
    }

    private static long inFirstOnly(Connection connection, String first, String second) throws SQLException {
        return Long.parseLong(one(connection, "SELECT count(*) FROM (" + first + " EXCEPT ALL " + second + ") AS r"));
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
