package io.daybook.api.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.postgres.CannotStart;
import io.daybook.api.postgres.DataFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DaybookServerTest {
    private RunningDaybook running = RunningDaybook.start();

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void it_answers_where_it_says() throws Exception {
        HttpResponse<String> health = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(running.url() + "/actuator/health/liveness"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(running.url()).startsWith("http://127.0.0.1:");
        assertThat(health.statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_stands_still_in_a_transaction_of_the_programs_is_thrown_out() {
        DataSource programs = running.context().getBean(DataSource.class);
        assertThat(JdbcClient.create(programs)
                        .sql("SHOW idle_in_transaction_session_timeout")
                        .query(String.class)
                        .single())
                .isEqualTo("15s");
    }

    @Test
    void it_tells_other_commands_of_its_owner_where_it_is() throws IOException {
        Path file = running.dataDir().resolve("server.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        ServerFile told = ServerFile.in(running.dataDir()).orElseThrow();
        assertThat(told.url()).isEqualTo(running.url());
        assertThat(told.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(told.nonce()).hasSize(32);
    }

    @Test
    void a_second_one_on_the_same_folder_is_refused_and_told_where_the_first_one_is() {
        List<String> settings = RunningDaybook.settings(running.database().access(), running.dataDir());
        assertThatThrownBy(() -> DaybookServer.start(Settings.read(settings)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("in use by another Daybook")
                .hasMessageContaining(running.url())
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_taken_port_is_named_and_nothing_stays_behind(@TempDir Path dataDir) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            List<String> settings =
                    new ArrayList<>(RunningDaybook.settings(running.database().access(), dataDir));
            settings.set(0, "--server.port=" + taken.getLocalPort());
            assertThatThrownBy(() -> DaybookServer.start(Settings.read(settings)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("Port " + taken.getLocalPort()
                            + " is in use: stop what listens there, or set server.port.");
        }
        assertThat(dataDir.resolve("server.json")).doesNotExist();
        DataFolder.hold(dataDir).close();
    }

    @Test
    void a_database_that_lets_nobody_in_is_the_reason_told_and_nothing_stays_behind(@TempDir Path dataDir) {
        List<String> settings =
                new ArrayList<>(RunningDaybook.settings(running.database().access(), dataDir));
        settings.add("--spring.datasource.password=wrong");
        settings.removeIf(setting -> setting.startsWith("--spring.datasource.password=") && !setting.endsWith("wrong"));
        assertThatThrownBy(() -> DaybookServer.start(Settings.read(settings)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("password");
        DataFolder.hold(dataDir).close();
    }

    @Test
    void after_a_stop_the_folder_is_free_and_nobody_is_told_of_the_server() {
        RunningDaybook other = RunningDaybook.start();
        Path dataDir = other.dataDir();
        other.close();
        assertThat(dataDir).doesNotExist();
    }

    @Test
    void what_is_started_for_one_command_answers_and_pays_nobody(@TempDir Path dataDir) {
        List<String> settings = RunningDaybook.settings(running.database().access(), dataDir);
        try (DaybookServer own = DaybookServer.startForThisCommand(Settings.read(settings))) {
            assertThat(own.context().getBean("railEngines", Lifecycle.class).isRunning())
                    .isFalse();
            assertThat(own.context().containsBean("dueWork")).isFalse();
        }
        assertThat(running.context().getBean("railEngines", Lifecycle.class).isRunning())
                .isTrue();
        assertThat(running.context().containsBean("dueWork")).isTrue();
    }
}
