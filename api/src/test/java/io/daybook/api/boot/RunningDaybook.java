package io.daybook.api.boot;

import io.daybook.api.postgres.DatabaseAccess;
import io.daybook.api.postgres.PrivateFiles;
import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program on a fresh database, a free port and with dev tokens, for tests from the outside. */
public final class RunningDaybook implements AutoCloseable {
    private final Path dataDir;
    private final TestDatabase database;
    private final List<String> settings;
    private DaybookServer server;

    private RunningDaybook(Path dataDir, TestDatabase database, List<String> settings) {
        this.dataDir = dataDir;
        this.database = database;
        this.settings = settings;
        this.server = DaybookServer.start(Settings.read(settings));
    }

    /** Starts one; settings such as {@code --daybook.review-window=PT24H} come on top. */
    public static RunningDaybook start(String... settings) {
        try {
            Path dataDir = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "daybook-data-");
            TestDatabase database = TestPostgres.freshDatabase();
            List<String> all = new ArrayList<>(settings(database.access(), dataDir));
            all.addAll(List.of(settings));
            return new RunningDaybook(dataDir, database, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> settings(DatabaseAccess access, Path dataDir) {
        return List.of(
                "--server.port=0",
                "--daybook.data-dir=" + dataDir,
                "--daybook.security.dev-tokens=true",
                "--spring.datasource.url=" + access.url(),
                "--spring.datasource.username=" + access.application().user(),
                "--spring.datasource.password=" + access.application().password(),
                "--spring.flyway.user=" + access.owner().user(),
                "--spring.flyway.password=" + access.owner().password());
    }

    /** Stops it and starts it again on the same folder and database. */
    public void restart() {
        server.close();
        server = DaybookServer.start(Settings.read(settings));
    }

    /** Without a path and without a slash at the end. */
    public String url() {
        return server.url();
    }

    public Path dataDir() {
        return dataDir;
    }

    public TestDatabase database() {
        return database;
    }

    public ConfigurableApplicationContext context() {
        return server.context();
    }

    @Override
    public void close() {
        server.close();
        database.close();
        try {
            PrivateFiles.deleteTree(dataDir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
