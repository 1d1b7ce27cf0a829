package io.daybook.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.postgres.DatabaseAccess.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    private static final String COUNT = "SELECT count(*) FROM kept";

    @TempDir
    private Path dataDir;

    @Test
    void rows_stay_until_discarded_and_a_half_made_cluster_is_thrown_away() throws Exception {
        Files.createDirectories(dataDir.resolve("postgres/data.new/base"));
        try (DataFolder folder = DataFolder.hold(dataDir)) {
            try (EmbeddedPostgres server = start(folder)) {
                execute(server, "CREATE TABLE kept (id BIGINT)");
                execute(server, "INSERT INTO kept VALUES (1), (2)");
            }
            assertThat(dataDir.resolve("postgres/data/postmaster.pid")).doesNotExist();
            try (EmbeddedPostgres server = start(folder)) {
                assertThat(text(server, COUNT)).isEqualTo("2");
            }
            EmbeddedPostgres.discard(folder, TestPostgres.programs());
            assertThat(dataDir).isDirectoryNotContaining("glob:**postgres");
        }
    }

    @Test
    void it_is_durable_and_private() throws Exception {
        try (DataFolder folder = DataFolder.hold(dataDir);
                EmbeddedPostgres server = start(folder)) {
            assertThat(text(server, "SHOW fsync")).isEqualTo("on");
            assertThat(text(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(text(server, "SHOW data_checksums")).isEqualTo("on");
            assertThat(text(server, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(text(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(text(server, "SHOW unix_socket_directories")).isEmpty();
            assertThat(text(server, "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            Path passwords = dataDir.resolve("postgres/passwords");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
                    .isEqualTo("rw-------");
            assertThat(dataDir.resolve("postgres/superuser-password")).doesNotExist();
            assertThatThrownBy(() -> connect(server, new Login("daybook_admin", "guessed")))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> connect(server, new Login("daybook_admin", "")))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_pid_file_that_names_somebody_else_harms_neither() throws Exception {
        try (DataFolder folder = DataFolder.hold(dataDir)) {
            start(folder).close();
            Path data = dataDir.resolve("postgres/data");
            long ours = ProcessHandle.current().pid();
            Files.writeString(data.resolve("postmaster.pid"), ours + "\n" + data + "\n1\n5432\n\n127.0.0.1\n\nready\n");
            try (EmbeddedPostgres server = start(folder)) {
                assertThat(text(server, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void data_without_their_passwords_or_of_another_version_are_named_and_left_alone() throws IOException {
        try (DataFolder folder = DataFolder.hold(dataDir)) {
            Path data = Files.createDirectories(dataDir.resolve("postgres/data"));
            Files.writeString(data.resolve("PG_VERSION"), "17\n");
            assertThatThrownBy(() -> start(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("passwords is missing");
            Files.writeString(dataDir.resolve("postgres/passwords"), "daybook_admin=a\ndaybook=b\n");
            assertThatThrownBy(() -> start(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("written by PostgreSQL 17");
            assertThat(data.resolve("PG_VERSION")).hasContent("17");
        }
    }

    @Test
    void a_server_that_does_not_start_says_why() {
        try (DataFolder folder = DataFolder.hold(dataDir)) {
            assertThatThrownBy(() ->
                            EmbeddedPostgres.start(folder, TestPostgres.programs(), Map.of("shared_buffers", "some")))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("shared_buffers")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void one_holder_at_a_time() {
        assertThat(DataFolder.isHeld(dataDir)).isFalse();
        DataFolder first = DataFolder.hold(dataDir);
        assertThat(DataFolder.isHeld(dataDir)).isTrue();
        assertThatThrownBy(() -> DataFolder.hold(dataDir))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("in use by another Daybook");
        first.close();
        assertThat(DataFolder.isHeld(dataDir)).isFalse();
        assertThatCode(() -> DataFolder.hold(dataDir).close()).doesNotThrowAnyException();
    }

    private static EmbeddedPostgres start(DataFolder folder) {
        return EmbeddedPostgres.start(folder, TestPostgres.programs(), Map.of());
    }

    private static Connection connect(EmbeddedPostgres server, Login login) throws SQLException {
        return DriverManager.getConnection(server.access().url(), login.user(), login.password());
    }

    private static String text(EmbeddedPostgres server, String query) throws SQLException {
        try (Connection connection = connect(server, server.access().owner())) {
            return new Sql(connection).text(query);
        }
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server, server.access().owner());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
