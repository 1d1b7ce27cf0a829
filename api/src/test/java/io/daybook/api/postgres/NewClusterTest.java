package io.daybook.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.postgres.DatabaseAccess.Login;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster in which Daybook's roles do not exist yet, set up carelessly by somebody else. */
class NewClusterTest {
    private static final Map<String, String> CARELESS = Map.of("fsync", "off", "synchronous_commit", "off");

    @TempDir
    private Path dataDir;

    @Test
    void unsafe_settings_are_all_refused_at_once_and_a_migrating_login_needs_no_superuser() throws SQLException {
        try (DataFolder folder = DataFolder.hold(dataDir);
                EmbeddedPostgres server = EmbeddedPostgres.start(folder, TestPostgres.programs(), CARELESS);
                Connection admin = connect(server.access(), server.access().owner());
                Statement statement = admin.createStatement()) {
            assertThat(ServerSettingsCheck.problems(new Sql(admin)))
                    .satisfiesExactly(
                            fsync -> assertThat(fsync).startsWith("fsync: it is off"),
                            commit -> assertThat(commit).startsWith("synchronous_commit: it is off"));

            Login application = server.access().application();
            Login owner = new Login("migrator", "secret");
            statement.execute("CREATE ROLE migrator LOGIN PASSWORD 'secret'");
            statement.execute("ALTER DATABASE daybook OWNER TO migrator");
            DatabaseAccess access = new DatabaseAccess(server.access().url(), application, owner);
            assertThat(rights(access)).hasSize(4).allMatch(problem -> problem.contains("may not create roles"));

            statement.execute("ALTER ROLE migrator CREATEROLE");
            assertThat(rights(access)).isEmpty();
            new Migrations(access).run();
            new Migrations(access).run();
            new BootChecks(access).afterMigrations();
            assertOwnedByNoLogin(new Sql(admin));
            assertMaySeal(access);

            statement.execute("DROP SCHEMA view CASCADE");
            new Migrations(access).runViews();
            new BootChecks(access).afterMigrations();
        }
    }

    private static void assertMaySeal(DatabaseAccess access) throws SQLException {
        try (Connection sealer = connect(access, access.sealer());
                Statement statement = sealer.createStatement()) {
            statement.execute("SET ROLE daybook_sealer");
            statement.execute("INSERT INTO daybook.log_identity (origin) VALUES ('log.example')");
        }
    }

    private static void assertOwnedByNoLogin(Sql sql) throws SQLException {
        assertThat(sql.text("SELECT string_agg(DISTINCT pg_get_userbyid(relowner), ',') FROM pg_class "
                        + "WHERE relnamespace IN (to_regnamespace('daybook'), to_regnamespace('view'))"))
                .isEqualTo("daybook_owner");
        assertThat(sql.text("SELECT string_agg(DISTINCT pg_get_userbyid(nspowner), ',') FROM pg_namespace "
                        + "WHERE nspname IN ('daybook', 'view')"))
                .isEqualTo("daybook_owner");
    }

    private static List<String> rights(DatabaseAccess access) throws SQLException {
        try (Connection connection = connect(access, access.owner())) {
            return MigrationRightsCheck.problems(
                    new Sql(connection),
                    access.owner().user(),
                    access.application().user(),
                    access.sealer().user());
        }
    }

    private static Connection connect(DatabaseAccess access, Login login) throws SQLException {
        return DriverManager.getConnection(access.url(), login.user(), login.password());
    }
}
