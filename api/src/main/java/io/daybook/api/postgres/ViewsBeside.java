package io.daybook.api.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;

/**
 * A second schema of views, made of the same migrations as {@code view} and able to take its place. Whoever reads goes on
 * reading: in the transaction that renames the two, each name means the one or the other, never nothing.
 */
public final class ViewsBeside {
    /** The schema's name while it is being filled. */
    public static final String NAME = "view_beside";

    private static final String LIVE = "view";
    private static final String REPLACED = "view_replaced";
    private static final Pattern NAMED = Pattern.compile("\\bview\\.|(?<=\\bSCHEMA )view\\b");

    /** What makes {@code view}, in order. */
    @FunctionalInterface
    public interface Scripts {
        List<String> inOrder() throws SQLException;
    }

    private final DataSource owner;
    private final Scripts scripts;

    /** @param owner connections that may make and rename schemas */
    public ViewsBeside(DataSource owner, Scripts scripts) {
        this.owner = owner;
        this.scripts = scripts;
    }

    /** The same text for another schema. */
    public static String in(String schema, String sql) {
        return NAMED.matcher(sql).replaceAll(at -> at.group().replace(LIVE, schema));
    }

    /** Makes the schema, empty; what was left behind goes first. @param run whose it is */
    public void make(String run) throws SQLException {
        dropSchema(REPLACED);
        List<String> inOrder = scripts.inOrder();
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("DROP SCHEMA IF EXISTS " + NAME + " CASCADE");
            statement.execute("CREATE SCHEMA " + NAME);
            statement.execute("COMMENT ON SCHEMA " + NAME + " IS " + statement.enquoteLiteral(run));
            copyHistory(statement);
            for (String script : inOrder) statement.execute(in(NAME, script));
            statement.execute("INSERT INTO view_beside.origin SELECT * FROM view.origin");
            connection.commit();
        }
    }

    /** Another's stays. */
    public void drop(String run) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            if (isOf(connection, NAME, run)) dropSchema(NAME);
        }
    }

    /** Errors: IllegalStateException where the schema is gone or another's. */
    public static void mustBeOf(Connection connection, String schema, String run) throws SQLException {
        if (!isOf(connection, schema, run))
            throw new IllegalStateException("another replay has begun since; this one stops");
    }

    private static boolean isOf(Connection connection, String schema, String run) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT obj_description(to_regnamespace(?), 'pg_namespace') = ?")) {
            statement.setString(1, schema);
            statement.setString(2, run);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /**
     * A connection on which {@link #swap} may be called, in a transaction of the caller's. Whoever stands still in it, or
     * waits for a reader for too long, is thrown out: the tokens are held meanwhile.
     */
    public Connection connection() throws SQLException {
        Connection connection = owner.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET idle_in_transaction_session_timeout = '15s'");
            statement.execute("SET lock_timeout = '5s'");
        }
        return connection;
    }

    /**
     * From the commit on, this is what is read. The replaced one stays until {@link #dropReplaced}. Errors:
     * IllegalStateException where the views were migrated since this was made, or it is another's.
     */
    public void swap(Connection connection, String run) throws SQLException {
        mustBeOf(connection, NAME, run);
        try (Statement statement = connection.createStatement()) {
            if (migratedSince(statement))
                throw new IllegalStateException("the views were migrated while they were rebuilt; replay again");
            statement.execute("ALTER SCHEMA " + LIVE + " RENAME TO " + REPLACED);
            statement.execute("ALTER SCHEMA " + NAME + " RENAME TO " + LIVE);
            for (String function : functions(statement)) statement.execute(live(function));
        }
    }

    public void dropReplaced() throws SQLException {
        dropSchema(REPLACED);
    }

    private void dropSchema(String name) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + name + " CASCADE");
        }
    }

    private static boolean migratedSince(Statement statement) throws SQLException {
        if (!hasHistory(statement)) return false;
        try (ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT version FROM view.flyway_schema_history"
                + " EXCEPT SELECT version FROM view_beside.flyway_schema_history)")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static boolean hasHistory(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT to_regclass('view.flyway_schema_history') IS NOT NULL")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** So that the next start finds the migrations done. */
    private static void copyHistory(Statement statement) throws SQLException {
        if (!hasHistory(statement)) return;
        statement.execute(
                "CREATE TABLE view_beside.flyway_schema_history" + " (LIKE view.flyway_schema_history INCLUDING ALL)");
        statement.execute("INSERT INTO view_beside.flyway_schema_history SELECT * FROM view.flyway_schema_history");
    }

    /** A function is kept as text, and its text names the schema. */
    private static List<String> functions(Statement statement) throws SQLException {
        List<String> functions = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_get_functiondef(p.oid)"
                + " FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace"
                + " WHERE n.nspname = 'view'")) {
            while (row.next()) functions.add(row.getString(1));
        }
        return functions;
    }

    private static String live(String function) {
        return function.replaceAll("\\b" + NAME + "\\.", Matcher.quoteReplacement(LIVE + "."));
    }

    /** The text of each migration that was applied, in the order of the versions. */
    static List<String> texts(MigrationInfo[] applied, String location) {
        List<String> texts = new ArrayList<>();
        for (MigrationInfo migration : applied)
            if (migration.getVersion() != null) texts.add(text(location + "/" + migration.getScript()));
        return texts;
    }

    private static String text(String resource) {
        try (InputStream script = ViewsBeside.class.getClassLoader().getResourceAsStream(resource)) {
            if (script == null) throw new IllegalStateException(resource + " is missing from the program");
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(resource + " cannot be read", e);
        }
    }
}
