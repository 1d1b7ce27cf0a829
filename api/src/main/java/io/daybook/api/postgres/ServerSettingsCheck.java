package io.daybook.api.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Settings of the server and the database, as the application's login sees them. */
final class ServerSettingsCheck {
    private static final int OLDEST = 15;
    private static final int NEWEST = 18;
    private static final int PER_MAJOR = 10_000;

    private ServerSettingsCheck() {}

    static List<String> problems(Sql sql) throws SQLException {
        List<String> problems = new ArrayList<>();
        int major = sql.number("SHOW server_version_num") / PER_MAJOR;
        if (major < OLDEST || major > NEWEST) {
            problems.add("version: the database is PostgreSQL " + major + ", and Daybook is made for " + OLDEST + " to "
                    + NEWEST + ".");
        }
        if (!sql.text("SHOW fsync").equals("on")) {
            problems.add("fsync: it is off, so a crash of the machine could lose or damage payments already confirmed: "
                    + "set fsync = on in postgresql.conf.");
        }
        if (sql.text("SHOW synchronous_commit").equals("off")) {
            problems.add("synchronous_commit: it is off, so a crash could lose payments already confirmed: "
                    + "set it to on for the server, the database and the application's role.");
        }
        String encoding = sql.text("SHOW server_encoding");
        if (!encoding.equals("UTF8")) {
            problems.add("encoding: the database " + sql.text("SELECT current_database()") + " keeps text as "
                    + encoding + ", which cannot hold every name: create it with ENCODING 'UTF8'.");
        }
        if (sql.isTrue("SELECT pg_is_in_recovery()")) {
            problems.add("standby: the database is a read-only copy: point spring.datasource.url at the primary.");
        }
        return problems;
    }
}
