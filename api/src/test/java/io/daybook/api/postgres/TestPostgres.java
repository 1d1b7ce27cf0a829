package io.daybook.api.postgres;

import io.daybook.api.postgres.DatabaseAccess.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL for tests: one server per JVM below {@code target/}, made on first use, gone at exit.
 * With {@code -Ddaybook.test-postgres=container} and a Docker that answers, a container takes its place.
 */
public final class TestPostgres {
    private static final Path HOME = Path.of("target", "test-postgres").toAbsolutePath();
    private static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();
    private static final String TEMPLATE = "daybook_template";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** A new, empty, fully migrated database of its own, in some tens of milliseconds. */
    public static TestDatabase freshDatabase() {
        return Holder.migrated("database_" + DATABASES.incrementAndGet());
    }

    /** A new database without any of Daybook's schemas; what follows is added to CREATE DATABASE. */
    public static TestDatabase emptyDatabase(String options) {
        return Holder.empty("database_" + DATABASES.incrementAndGet(), options);
    }

    /** Where the programs of the embedded server are unpacked once for all tests. */
    static Path programs() {
        return PROGRAMS;
    }

    private static final class Holder {
        private static final DatabaseAccess SERVER = start();

        static {
            sql("CREATE DATABASE " + TEMPLATE);
            new Migrations(access(TEMPLATE)).run();
        }

        private static TestDatabase migrated(String name) {
            return empty(name, "TEMPLATE " + TEMPLATE);
        }

        private static TestDatabase empty(String name, String options) {
            sql("CREATE DATABASE " + name + " " + options);
            return new TestDatabase(access(name));
        }

        private static DatabaseAccess access(String database) {
            return new DatabaseAccess(
                    SERVER.url().replaceFirst("/[a-z_]+\\?", "/" + database + "?"),
                    SERVER.application(),
                    SERVER.owner());
        }

        private static void sql(String command) {
            Login owner = SERVER.owner();
            try (Connection connection = DriverManager.getConnection(SERVER.url(), owner.user(), owner.password());
                    Statement statement = connection.createStatement()) {
                statement.execute(command);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static DatabaseAccess start() {
        boolean wanted = "container".equals(System.getProperty("daybook.test-postgres"));
        return wanted && DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
    }

    private static DatabaseAccess embedded() {
        sweep();
        DataFolder folder = DataFolder.hold(
                HOME.resolve(Long.toString(ProcessHandle.current().pid())));
        EmbeddedPostgres server = EmbeddedPostgres.start(folder, PROGRAMS, Map.of("max_connections", "300"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            folder.close();
            delete(folder.path());
        }));
        return server.access();
    }

    /** What killed test runs left behind: their servers are stopped, their folders deleted. */
    private static void sweep() {
        if (!Files.isDirectory(HOME)) {
            return;
        }
        try (Stream<Path> folders = Files.list(HOME)) {
            folders.forEach(TestPostgres::stopAndDelete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stopAndDelete(Path path) {
        try (DataFolder folder = DataFolder.hold(path)) {
            EmbeddedPostgres.discard(folder, PROGRAMS);
        } catch (CannotStart inUse) {
            return;
        }
        delete(path);
    }

    private static void delete(Path folder) {
        try {
            PrivateFiles.deleteTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("resource")
    private static DatabaseAccess container() {
        PostgreSQLContainer server = new PostgreSQLContainer("postgres:18");
        server.start();
        Login owner = new Login(server.getUsername(), server.getPassword());
        Login application = new Login("daybook", "daybook");
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE daybook LOGIN PASSWORD 'daybook'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseAccess(server.getJdbcUrl(), application, owner);
    }
}
