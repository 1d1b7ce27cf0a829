package io.daybook.api.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The application adds to the log and reads it; one that could also change it would make every proof worthless. */
final class LogRightsCheck {
    private static final List<String> SCHEMAS = List.of("daybook", "view");
    private static final List<String> NEEDED = List.of("SELECT", "INSERT");
    private static final List<String> FORBIDDEN = List.of("UPDATE", "DELETE", "TRUNCATE");

    private LogRightsCheck() {}

    static List<String> problems(Sql sql, String application, boolean ownsTheLog) throws SQLException {
        List<String> problems = new ArrayList<>();
        for (String schema : SCHEMAS) {
            if (!sql.isTrue("SELECT has_schema_privilege(?, 'USAGE')", schema)) {
                problems.add("privileges: " + application + " may not use the schema " + schema
                        + ": as its owner, GRANT daybook_app TO " + application
                        + ", which must be a role that inherits.");
            }
        }
        if (!problems.isEmpty() || !sql.isTrue("SELECT to_regclass('daybook.event_log') IS NOT NULL")) {
            return problems;
        }
        for (String right : NEEDED) {
            if (!may(sql, right)) {
                problems.add("privileges: " + application + " may not " + right
                        + " daybook.event_log: as its owner, GRANT " + right + " ON daybook.event_log TO daybook_app.");
            }
        }
        for (String right : FORBIDDEN) {
            if (!ownsTheLog && may(sql, right)) {
                problems.add("privileges: " + application + " may " + right + " daybook.event_log, and facts must stay "
                        + "as they are: run the application as a login that is only a member of daybook_app.");
            }
        }
        return problems;
    }

    private static boolean may(Sql sql, String right) throws SQLException {
        return sql.isTrue("SELECT has_table_privilege('daybook.event_log', ?)", right);
    }
}
