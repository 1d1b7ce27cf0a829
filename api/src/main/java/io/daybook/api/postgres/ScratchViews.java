package io.daybook.api.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Schemas made of the same migrations as {@code view}, for auditors to query. Their names begin so that none is ever taken for
 * one that something reads, and only what bears our mark is dropped.
 */
public final class ScratchViews {
    /** What a name looks like, in words. */
    public static final String NAMES = "audit_, then up to 40 of a to z, 0 to 9 and _";

    private static final Pattern NAME = Pattern.compile("audit_[a-z0-9_]{1,40}");
    private static final String MARK = "daybook audit replay ";
    private static final int AT_MOST = 8;
    private static final String TURN = "SELECT pg_advisory_xact_lock(7310578317)";

    private final DataSource owner;
    private final ViewsBeside.Scripts scripts;

    ScratchViews(DataSource owner, ViewsBeside.Scripts scripts) {
        this.owner = owner;
        this.scripts = scripts;
    }

    public static boolean isName(String schema) {
        return NAME.matcher(schema).matches();
    }

    /**
     * Makes the schema, empty, in the place of an earlier one of that name; answers by what mark it is this one.
     * Errors: IllegalStateException where another's lies there, or there are too many.
     */
    public String make(String schema, String run) throws SQLException {
        String mark = MARK + run;
        List<String> inOrder = scripts.inOrder();
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String name = quoted(statement, schema);
            // Two that make the same one come after each other: the first finds out that its own is gone.
            statement.execute(TURN);
            dropped(connection, statement, schema);
            String obstacle = obstacle(connection, schema);
            if (obstacle != null) throw new IllegalStateException(obstacle);
            statement.execute("CREATE SCHEMA " + name);
            statement.execute("COMMENT ON SCHEMA " + name + " IS " + statement.enquoteLiteral(mark));
            for (String script : inOrder) statement.execute(ViewsBeside.in(schema, script));
            connection.commit();
        }
        return mark;
    }

    /** Why it cannot be made, in a sentence; empty where it can. */
    public Optional<String> obstacle(String schema) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            return Optional.ofNullable(obstacle(connection, schema));
        }
    }

    private static @Nullable String obstacle(Connection connection, String schema) throws SQLException {
        if (isOurs(connection, schema)) return null;
        if (isThere(connection, schema))
            return "There is a schema " + schema + " that is not an auditor's: it stays as it is.";
        return count(connection) < AT_MOST ? null : "There are " + AT_MOST + " schemas of auditors: drop one first.";
    }

    /** False where there is none of ours. */
    public boolean drop(String schema) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            return dropped(connection, statement, schema);
        }
    }

    private static boolean dropped(Connection connection, Statement statement, String schema) throws SQLException {
        String name = quoted(statement, schema);
        if (!isOurs(connection, schema)) return false;
        statement.execute("DROP SCHEMA " + name + " CASCADE");
        return true;
    }

    private static String quoted(Statement statement, String schema) throws SQLException {
        if (!isName(schema)) throw new IllegalArgumentException("not a name of an auditor's schema");
        return statement.enquoteIdentifier(schema, false);
    }

    private static boolean isOurs(Connection connection, String schema) throws SQLException {
        return ask(
                connection,
                "SELECT coalesce(starts_with(obj_description(to_regnamespace(?), 'pg_namespace'), 'daybook audit replay '), false)",
                schema);
    }

    private static boolean isThere(Connection connection, String schema) throws SQLException {
        return ask(connection, "SELECT to_regnamespace(?) IS NOT NULL", schema);
    }

    private static boolean ask(Connection connection, String sql, String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        SELECT count(*) FROM pg_catalog.pg_namespace
                         WHERE starts_with(obj_description(oid, 'pg_namespace'), 'daybook audit replay ')
                        """);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
