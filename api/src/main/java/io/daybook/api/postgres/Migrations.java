package io.daybook.api.postgres;

import io.daybook.api.postgres.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings both schemas up to date: {@code daybook}, which nothing can rebuild, and {@code view}, which a replay can.
 * Each has its own history, so {@code view} may be dropped and made again. Everything but the first migration,
 * which makes the roles, runs as {@code daybook_owner}: what is created belongs to no login.
 */
public final class Migrations {
    private static final String OWNER = OwnerDataSource.OWNER;
    private static final String VIEWS = "classpath:db/view";
    private static final String HISTORY_IS_OWNED = """
            SELECT EXISTS (
                SELECT 1 FROM pg_catalog.pg_tables
                WHERE schemaname = 'daybook' AND tablename = 'flyway_schema_history' AND tableowner = 'daybook_owner')
            """;

    private final DatabaseAccess access;

    public Migrations(DatabaseAccess access) {
        this.access = access;
    }

    /** Runs what is missing in both schemas and lets the application's login in. */
    public void run() {
        try {
            if (!rolesMigrated()) {
                schema("daybook", "classpath:db/migration").target("1").load().migrate();
            }
            handOver();
            asOwner("daybook", "classpath:db/migration").load().migrate();
            runViews();
        } catch (FlywayException | SQLException e) {
            throw new CannotStart("The database cannot be migrated: " + firstLine(e), e);
        }
    }

    /**
     * Makes what is missing in {@code view}, the schema itself included.
     *
     * @throws CannotStart where the login may not
     */
    public void runViews() {
        try {
            if (viewIsMissing()) letOwnerMakeSchemas();
            asOwner("view", VIEWS).load().migrate();
        } catch (FlywayException | SQLException e) {
            throw new CannotStart("The views cannot be migrated: " + firstLine(e), e);
        }
    }

    /** A second {@code view}, beside it. */
    public ViewsBeside viewsBeside() {
        return new ViewsBeside(new OwnerDataSource(access), this::viewScripts);
    }

    /** Schemas of views that auditors have made for themselves. */
    public ScratchViews scratchViews() {
        return new ScratchViews(new OwnerDataSource(access), this::viewScripts);
    }

    List<String> viewScripts() throws SQLException {
        letOwnerMakeSchemas();
        return ViewsBeside.texts(asOwner("view", VIEWS).load().info().applied(), "db/view");
    }

    private boolean viewIsMissing() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return isTrue(statement, "SELECT to_regnamespace('view') IS NULL");
        }
    }

    /** A database that was restored or copied has lost the grants on itself. */
    private void letOwnerMakeSchemas() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (isTrue(statement, "SELECT has_database_privilege('daybook_owner', current_database(), 'CREATE')"))
                return;
            String database = statement.enquoteIdentifier(connection.getCatalog(), true);
            statement.execute("GRANT CREATE ON DATABASE " + database + " TO " + OWNER);
        }
    }

    private FluentConfiguration schema(String schema, String location) {
        Login owner = access.owner();
        return Flyway.configure()
                .dataSource(access.url(), owner.user(), owner.password())
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .locations(location)
                .validateMigrationNaming(true)
                .communityDBSupportEnabled(false);
    }

    private FluentConfiguration asOwner(String schema, String location) {
        return schema(schema, location).dataSource(new OwnerDataSource(access));
    }

    private boolean rolesMigrated() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (!isTrue(statement, "SELECT to_regclass('daybook.flyway_schema_history') IS NOT NULL")) {
                return false;
            }
            return isTrue(
                    statement,
                    "SELECT EXISTS (SELECT 1 FROM daybook.flyway_schema_history WHERE version = '1' AND success)");
        }
    }

    /** Idempotent, and repeated at every start: the application's login may have been changed since the last one. */
    private void handOver() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (!isTrue(statement, HISTORY_IS_OWNED)) {
                statement.execute("ALTER TABLE daybook.flyway_schema_history OWNER TO " + OWNER);
            }
            String application =
                    statement.enquoteIdentifier(access.application().user(), true);
            String isMember = "SELECT pg_has_role("
                    + statement.enquoteLiteral(access.application().user()) + ", 'daybook_app', 'MEMBER')";
            if (!isTrue(statement, isMember)) {
                statement.execute("GRANT daybook_app TO " + application);
            }
            letSealerIn(statement);
        }
    }

    /** Since PostgreSQL 16 who made a role is a member of it, and may yet not act as it. */
    private void letSealerIn(Statement statement) throws SQLException {
        String user = access.sealer().user();
        boolean separatesSet = isTrue(statement, "SELECT current_setting('server_version_num')::integer >= 160000");
        String mayAct = "SELECT pg_has_role(" + statement.enquoteLiteral(user) + ", 'daybook_sealer', '"
                + (separatesSet ? "SET" : "MEMBER") + "')";
        if (!isTrue(statement, mayAct))
            statement.execute("GRANT daybook_sealer TO " + statement.enquoteIdentifier(user, true));
    }

    private Connection connect() throws SQLException {
        Login owner = access.owner();
        return DriverManager.getConnection(access.url(), owner.user(), owner.password());
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.toString()
                : message.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }
}
