package io.daybook.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own writes rows and is killed: what it was told is kept must be there afterwards. */
class KilledDaybookTest {
    private static final int ENOUGH = 200;

    @TempDir
    private Path dataDir;

    @Test
    void a_killed_process_loses_no_acknowledged_row_and_its_server_is_taken_over() throws Exception {
        Process writer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        dataDir.toString(),
                        TestPostgres.programs().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long acknowledged = 0;
        try (BufferedReader acknowledgements =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String row = acknowledgements.readLine(); row != null; row = acknowledgements.readLine()) {
                // The last line may have been cut by the kill.
                acknowledged = Math.max(acknowledged, Long.parseLong(row));
                if (acknowledged == 1) {
                    assertThatThrownBy(() -> DataFolder.hold(dataDir)).hasMessageContaining("in use by another");
                }
                if (acknowledged == ENOUGH) {
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        writer.waitFor();
        assertThat(acknowledged).isGreaterThanOrEqualTo(ENOUGH);
        long orphan = Long.parseLong(Files.readAllLines(dataDir.resolve("postgres/data/postmaster.pid"))
                .getFirst());
        assertThat(ProcessHandle.of(orphan)).as("the server outlives the kill").isPresent();

        try (DataFolder folder = DataFolder.hold(dataDir);
                EmbeddedPostgres server = EmbeddedPostgres.start(folder, TestPostgres.programs(), Map.of());
                Connection connection = connect(server)) {
            String kept = "SELECT count(*) FROM written WHERE id <= " + acknowledged;
            assertThat(new Sql(connection).text(kept)).isEqualTo(Long.toString(acknowledged));
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        DatabaseAccess access = server.access();
        return DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password());
    }

    /** Prints the number of each row once its commit has answered. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws SQLException, IOException {
            DataFolder folder = DataFolder.hold(Path.of(args[0]));
            EmbeddedPostgres server = EmbeddedPostgres.start(folder, Path.of(args[1]), Map.of());
            try (Connection connection = connect(server);
                    var create = connection.createStatement()) {
                create.execute("CREATE TABLE written (id BIGINT PRIMARY KEY)");
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO written VALUES (?)")) {
                    for (long id = 1; id < Integer.MAX_VALUE; id++) {
                        insert.setLong(1, id);
                        insert.executeUpdate();
                        System.out.println(id);
                    }
                }
            }
        }
    }
}
