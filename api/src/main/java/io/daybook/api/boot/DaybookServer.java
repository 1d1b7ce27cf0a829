package io.daybook.api.boot;

import io.daybook.api.Daybook;
import io.daybook.api.postgres.CannotStart;
import io.daybook.api.postgres.DataFolder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * A running Daybook. What it takes hold of while starting it gives back in the opposite order:
 * the web server with its requests, the database, the data folder.
 */
public final class DaybookServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DaybookServer.class);

    private final Deque<AutoCloseable> held = new ArrayDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private String url = "";
    private @Nullable ConfigurableApplicationContext running;

    private DaybookServer() {}

    /**
     * Starts everything and returns when requests are answered.
     *
     * @throws CannotStart with one line per problem; nothing is left running
     */
    public static DaybookServer start(Settings settings) {
        return start(new DaybookServer(), settings);
    }

    /** The same, and it stops when the process is asked to end, be that while it is still starting. */
    public static DaybookServer startAndStopAtExit(Settings settings) {
        return start(stoppedAtExit(), settings);
    }

    /**
     * For one command beside no running server: on a free port of the loopback, for whoever can read the data folder.
     * It pays nobody: whoever stopped Daybook and looks into it must not set it going again.
     */
    public static DaybookServer startForThisCommand(Settings settings) {
        List<String> arguments = new ArrayList<>(settings.arguments());
        arguments.removeIf(setting -> setting.startsWith("--server.port="));
        arguments.add("--server.port=0");
        arguments.add("--" + ForOneCommand.KEY + "=true");
        return start(stoppedAtExit(), Settings.read(arguments), Optional.of(AccessRules.LOOPBACK));
    }

    private static DaybookServer stoppedAtExit() {
        DaybookServer server = new DaybookServer();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(server::close));
        return server;
    }

    private static DaybookServer start(DaybookServer server, Settings settings) {
        return start(server, settings, AccessRules.addressToListenOn(settings));
    }

    private static DaybookServer start(DaybookServer server, Settings settings, Optional<String> address) {
        try {
            server.bringUp(settings, address);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw StartFailure.explained(e);
        } catch (LinkageError e) {
            server.close();
            throw e;
        }
    }

    private synchronized void bringUp(Settings settings, Optional<String> address) {
        DataFolder folder = hold(settings.daybook().dataDir());
        held.push(folder);
        ServerFile.removeFrom(folder);
        DatabaseToCome database = DatabaseToCome.prepare(settings, folder);
        held.push(database);
        ConfigurableApplicationContext context = run(database, settings, address);
        held.push(context);
        running = context;
        url = LocalUrl.of(context.getEnvironment());
        held.push(() -> ServerFile.removeFrom(folder));
        new ServerFile(
                        url,
                        ProcessHandle.current().pid(),
                        context.getBean(LocalNonce.class).value())
                .writeTo(folder);
    }

    private static DataFolder hold(Path dataDir) {
        try {
            return DataFolder.hold(dataDir);
        } catch (CannotStart e) {
            throw ServerFile.in(dataDir)
                    .map(running -> new CannotStart(
                            e.problems().getFirst() + " It answers at " + running.url() + " (process " + running.pid()
                                    + ").",
                            e))
                    .orElse(e);
        }
    }

    /** Where the database could not be had, that is the reason, whatever Spring ran into because of it. */
    private static ConfigurableApplicationContext run(
            DatabaseToCome database, Settings settings, Optional<String> address) {
        try {
            return application(database, address).run(settings.arguments().toArray(new String[0]));
        } catch (RuntimeException e) {
            database.failure().ifPresent(reason -> {
                reason.addSuppressed(e);
                throw reason;
            });
            throw e;
        }
    }

    private static SpringApplication application(DatabaseToCome database, Optional<String> address) {
        SpringApplication application = new SpringApplication(Daybook.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        // Spring's own hook would run beside ours, and the database could be gone before the last request is.
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            MutablePropertySources sources = context.getEnvironment().getPropertySources();
            sources.addFirst(database.settings());
            address.ifPresent(
                    host -> sources.addFirst(new MapPropertySource("address", Map.of("server.address", host))));
        });
        return application;
    }

    /** Where it answers, without a path. */
    public String url() {
        return url;
    }

    /** The beans behind it, for a command that works inside the same process. */
    public ConfigurableApplicationContext context() {
        return Objects.requireNonNull(running, "it has not started");
    }

    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    @Override
    public synchronized void close() {
        while (!held.isEmpty()) {
            AutoCloseable next = held.pop();
            try {
                next.close();
            } catch (Exception e) {
                LOG.error("Could not stop in good order", e);
            }
        }
        stopped.countDown();
    }
}
