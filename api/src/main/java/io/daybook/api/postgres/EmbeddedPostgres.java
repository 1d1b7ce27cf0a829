package io.daybook.api.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL in the data folder: durable, on the loopback alone, every login by password.
 * Its files lie in {@code postgres/} of the folder and stay there; the passwords in {@code postgres/passwords}.
 * A server that survived the last JVM is stopped first, so that a kill costs a restart and no data.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String DATABASE = "daybook";
    private static final int PORTS_TO_TRY = 3;
    private static final long LARGE_LOG = 8L << 20;

    private final Path data;
    private final PostgresControl control;
    private final Process server;
    private final DatabaseAccess access;

    private EmbeddedPostgres(Path data, PostgresControl control, Process server, DatabaseAccess access) {
        this.data = data;
        this.control = control;
        this.server = server;
        this.access = access;
    }

    /** Starts the server of this folder, made on the first call, and returns when it answers. */
    public static EmbeddedPostgres start(DataFolder folder) {
        return start(folder, folder.resolve("postgres"), Map.of());
    }

    /**
     * The same, with the programs unpacked in another folder, and settings that differ.
     *
     * @param settings server settings by name; they win over the durable ones, so only a test has a use for them
     */
    static EmbeddedPostgres start(DataFolder folder, Path programs, Map<String, String> settings) {
        try {
            Path home = Files.createDirectories(folder.resolve("postgres"));
            return start(home, control(home, programs), settings);
        } catch (IOException e) {
            throw new CannotStart("The embedded PostgreSQL in " + folder.path() + " cannot be started: " + e + ".", e);
        }
    }

    /** Throws away everything in the folder, a server left over in it first. */
    public static void discard(DataFolder folder) {
        discard(folder, folder.resolve("postgres"));
    }

    static void discard(DataFolder folder, Path programs) {
        Path home = folder.resolve("postgres");
        try {
            if (folder.hasServer()) {
                LeftoverServer.stop(home.resolve("data"), control(home, programs));
            }
            folder.empty();
        } catch (IOException e) {
            throw new CannotStart("The data folder " + folder.path() + " cannot be emptied: " + e + ".", e);
        }
    }

    private static PostgresControl control(Path home, Path programs) throws IOException {
        Path binaries = PostgresBinaries.in(Files.createDirectories(programs));
        return new PostgresControl(
                binaries, RunAs.choose(home, binaries.resolve("bin").resolve("postgres")));
    }

    private static EmbeddedPostgres start(Path home, PostgresControl control, Map<String, String> settings)
            throws IOException {
        Credentials credentials = Cluster.prepare(home, control);
        LeftoverServer.stop(home.resolve("data"), control);
        EmbeddedPostgres started = launch(home, control, credentials, settings(settings), PORTS_TO_TRY);
        try {
            FirstStart.createWhatIsMissing(started.access, credentials, DATABASE);
        } catch (CannotStart e) {
            started.close();
            throw e;
        }
        return started;
    }

    /** Between choosing a free port and using it somebody else may take it: then another one is chosen. */
    private static EmbeddedPostgres launch(
            Path home, PostgresControl control, Credentials credentials, Map<String, String> settings, int ports)
            throws IOException {
        Path data = home.resolve("data");
        Path log = freshLog(home);
        long earlier = Files.size(log);
        int port = freePort();
        Process server = control.start(data, port, settings, log);
        try {
            ServerReady.await(server, data, new ServerReady.Log(log, earlier));
        } catch (CannotStart e) {
            server.destroy();
            if (ports > 1 && e.getMessage() != null && e.getMessage().contains("TCP/IP")) {
                return launch(home, control, credentials, settings, ports - 1);
            }
            throw e;
        }
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
        DatabaseAccess access = new DatabaseAccess(url, credentials.application(), credentials.owner());
        return new EmbeddedPostgres(data, control, server, access);
    }

    private static Map<String, String> settings(Map<String, String> others) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        // An error's detail would bring whole rows, personal data included, into the server's log.
        settings.put("log_error_verbosity", "terse");
        settings.put("shared_buffers", "256MB");
        settings.put("max_wal_size", "4GB");
        settings.putAll(others);
        return settings;
    }

    private static Path freshLog(Path home) throws IOException {
        Path log = home.resolve("server.log");
        if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
            Files.move(log, home.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(log)) {
            PrivateFiles.write(log, "");
        }
        return log;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    public DatabaseAccess access() {
        return access;
    }

    /** Stops the server in good order; the data stay. A second call does nothing. */
    @Override
    public void close() {
        if (!server.isAlive()) {
            return;
        }
        try {
            control.stop(data);
            server.waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new CannotStart("The embedded PostgreSQL in " + data + " cannot be stopped: " + e + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
