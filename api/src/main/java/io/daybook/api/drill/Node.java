package io.daybook.api.drill;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One {@code serve} in a process of its own, on a port that it keeps over all its lives. */
final class Node {
    private static final List<String> SMALL_AND_QUICK =
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final int number;
    private final int port;
    private final Path folder;
    private final List<String> settings;
    private final Map<String, String> environment;
    private @Nullable Process process;
    private int lives;
    private volatile boolean frozen;

    /** @param environment is all that it gets: nothing of the caller's leads it to a real database or provider */
    Node(int number, Path round, List<String> settings, Map<String, String> environment) throws IOException {
        this.number = number;
        this.port = freePort();
        this.folder = Files.createDirectories(round.resolve("node-" + number));
        this.settings = new ArrayList<>(settings);
        this.environment = environment;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int number() {
        return number;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Path tokens() {
        return folder.resolve("dev-tokens.json");
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    boolean isFrozen() {
        return frozen;
    }

    /** From its next start on. */
    synchronized void with(String setting) {
        settings.add(setting);
    }

    /** How often it was started. */
    synchronized int lives() {
        return lives;
    }

    synchronized void start() throws IOException {
        if (isAlive()) return;
        ProcessBuilder builder = new ProcessBuilder(command()).directory(folder.toFile());
        builder.environment().keySet().retainAll(List.of("PATH", "HOME", "TMPDIR", "LANG"));
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output.log").toFile()))
                .start();
        lives++;
    }

    /** The same program on the same JVM, as this one was started, but smaller. */
    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X") && !option.startsWith("-Xm")
                        || option.startsWith("--enable-native-access")
                        || option.startsWith("--sun-misc"))
                .forEach(command::add);
        command.addAll(SMALL_AND_QUICK);
        command.addAll(List.of("-cp", classPath(), "io.daybook.api.cli.Main", "serve"));
        command.addAll(settings);
        command.add("--server.port=" + port);
        command.add("--daybook.data-dir=" + folder);
        // Nodes of one ledger seal one log, under the same keys and in one place.
        command.add("--daybook.audit.keys-dir=" + folder.resolveSibling("keys"));
        command.add("--daybook.audit.anchor-dir=" + folder.resolveSibling("anchors"));
        return command;
    }

    /** It works in another folder, so what is relative here must not stay so. */
    private static String classPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
            entries.add(Path.of(entry).toAbsolutePath().toString());
        return String.join(java.io.File.pathSeparator, entries);
    }

    /** SIGKILL. */
    synchronized void kill() {
        if (process == null) return;
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void freeze() {
        frozen = true;
        signal(Signal.STOP);
    }

    void thaw() {
        signal(Signal.CONT);
        frozen = false;
    }

    private synchronized void signal(Signal signal) {
        if (process != null && process.isAlive()) signal.to(List.of(process.pid()));
    }
}
