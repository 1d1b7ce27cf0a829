package io.daybook.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.daybook.api.postgres.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BootChecksTest {
    private static final AtomicInteger LOGINS = new AtomicInteger();

    @Test
    void a_fresh_database_passes() {
        try (TestDatabase database = TestPostgres.freshDatabase()) {
            BootChecks checks = new BootChecks(database.access());
            assertThatCode(checks::beforeMigrations).doesNotThrowAnyException();
            assertThatCode(checks::afterMigrations).doesNotThrowAnyException();
        }
    }

    @Test
    void an_encoding_that_cannot_hold_every_name_is_refused() {
        String ascii = "ENCODING 'SQL_ASCII' TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'";
        try (TestDatabase database = TestPostgres.emptyDatabase(ascii)) {
            assertThat(before(database.access()))
                    .singleElement()
                    .asString()
                    .startsWith("encoding: ")
                    .contains("SQL_ASCII");
        }
    }

    @Test
    void a_login_for_which_commits_do_not_wait_is_refused() throws SQLException {
        try (TestDatabase database = TestPostgres.emptyDatabase("")) {
            Login hasty = login(database, "LOGIN");
            run(database, "ALTER ROLE " + hasty.user() + " SET synchronous_commit = off");
            DatabaseAccess access = new DatabaseAccess(
                    database.access().url(), hasty, database.access().owner());
            assertThat(before(access)).singleElement().asString().startsWith("synchronous_commit: ");
        }
    }

    @Test
    void a_migrating_login_without_the_rights_is_told_every_command_an_administrator_must_give() throws SQLException {
        try (TestDatabase database = TestPostgres.emptyDatabase("")) {
            Login owner = login(database, "LOGIN");
            Login application = login(database, "LOGIN");
            String name = database.name();
            DatabaseAccess access = new DatabaseAccess(database.access().url(), application, owner);
            assertThat(before(access))
                    .containsExactly(
                            "privileges: " + owner + " is no member of daybook_owner: as an administrator, "
                                    + "GRANT daybook_owner TO " + owner + ".",
                            "privileges: " + application + " is no member of daybook_app: as an administrator, "
                                    + "GRANT daybook_app TO " + application + ".",
                            "privileges: " + owner + " is no member of daybook_sealer: as an administrator, "
                                    + "GRANT daybook_sealer TO " + owner + ".",
                            "privileges: " + owner + " cannot let daybook_owner create schemas in " + name
                                    + ": as an administrator, ALTER DATABASE " + name + " OWNER TO " + owner + ".");
            run(database, "GRANT daybook_owner, daybook_sealer TO " + owner);
            run(database, "GRANT daybook_app TO " + application);
            run(database, "ALTER DATABASE " + name + " OWNER TO " + owner);
            assertThat(before(access)).isEmpty();
            new Migrations(access).run();
            assertThat(after(access)).isEmpty();
        }
    }

    @Test
    void the_application_must_be_able_to_add_to_the_log_and_unable_to_change_it() throws SQLException {
        try (TestDatabase database = TestPostgres.freshDatabase()) {
            run(database, "SET ROLE daybook_owner; CREATE TABLE IF NOT EXISTS daybook.event_log (position BIGINT)");
            run(database, "GRANT UPDATE ON daybook.event_log TO daybook_app");
            run(database, "REVOKE INSERT ON daybook.event_log FROM daybook_app");
            assertThat(after(database.access()))
                    .hasSize(2)
                    .satisfiesExactly(
                            missing -> assertThat(missing).contains("may not INSERT daybook.event_log"),
                            tooMuch -> assertThat(tooMuch).contains("daybook may UPDATE daybook.event_log"));
        }
    }

    @Test
    void what_guards_the_log_must_be_there_and_enabled_always() throws SQLException {
        try (TestDatabase database = TestPostgres.freshDatabase()) {
            run(database, "ALTER TABLE daybook.event_log DISABLE TRIGGER ALL");
            run(database, "ALTER TABLE daybook.event_log ENABLE TRIGGER ALL");
            run(database, "DROP TRIGGER command_log_rows_stay ON daybook.command_log");
            assertThat(after(database.access()))
                    .satisfiesExactly(
                            gone -> assertThat(gone).startsWith("triggers: daybook.command_log could be changed"),
                            ordinary -> assertThat(ordinary)
                                    .startsWith("triggers: daybook.event_log could be changed")
                                    .endsWith("as its owner, ALTER TABLE daybook.event_log ENABLE ALWAYS TRIGGER "
                                            + "event_log_only_added_to, ENABLE ALWAYS TRIGGER event_log_rows_stay."));
            run(
                    database,
                    "ALTER TABLE daybook.event_log ENABLE ALWAYS TRIGGER event_log_only_added_to, "
                            + "ENABLE ALWAYS TRIGGER event_log_rows_stay");
            assertThat(after(database.access())).hasSize(1);
        }
    }

    @Test
    void where_one_login_does_both_the_application_owns_the_log_and_still_starts() throws SQLException {
        try (TestDatabase database = TestPostgres.emptyDatabase("")) {
            Login both = login(database, "LOGIN CREATEROLE");
            run(database, "GRANT daybook_owner, daybook_app, daybook_sealer TO " + both);
            run(database, "ALTER DATABASE " + database.name() + " OWNER TO " + both);
            DatabaseAccess access = new DatabaseAccess(database.access().url(), both, both);
            assertThat(before(access)).isEmpty();
            new Migrations(access).run();
            assertThat(access.applicationOwnsTheLog()).isTrue();
            assertThat(after(access)).isEmpty();
        }
    }

    @Test
    void a_password_that_is_refused_and_a_server_that_is_not_there_are_named_in_one_line() {
        try (TestDatabase database = TestPostgres.emptyDatabase("")) {
            Login wrong = new Login("daybook", "wrong");
            DatabaseAccess access = new DatabaseAccess(database.access().url(), wrong, wrong);
            assertThat(before(access)).singleElement().asString().contains("password authentication failed");
            DatabaseAccess nowhere = new DatabaseAccess("jdbc:postgresql://127.0.0.1:1/none", wrong, wrong);
            assertThat(before(nowhere))
                    .singleElement()
                    .asString()
                    .contains("127.0.0.1:1")
                    .doesNotContain("\n");
        }
    }

    private static Login login(TestDatabase database, String attributes) throws SQLException {
        Login login = new Login("login_" + LOGINS.incrementAndGet(), "secret");
        run(database, "CREATE ROLE " + login.user() + " " + attributes + " PASSWORD 'secret'");
        return login;
    }

    private static List<String> before(DatabaseAccess access) {
        return problems(new BootChecks(access)::beforeMigrations);
    }

    private static List<String> after(DatabaseAccess access) {
        return problems(new BootChecks(access)::afterMigrations);
    }

    private static List<String> problems(Runnable check) {
        CannotStart refusal = catchThrowableOfType(CannotStart.class, check::run);
        return refusal == null ? List.of() : refusal.problems();
    }

    private static void run(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("RESET ROLE");
        }
    }
}
