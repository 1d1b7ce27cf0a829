package io.daybook.api.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server that outlived the Daybook which started it (the JVM was killed), or only its {@code postmaster.pid}.
 * To be called by the holder of the data folder alone.
 */
final class LeftoverServer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LeftoverServer() {}

    /** After this, no process works in the folder and no {@code postmaster.pid} keeps a new one from starting. */
    static void stop(Path data, PostgresControl control) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile) && worksIn(data, pidIn(pidFile))) {
            control.stop(data);
        }
        awaitNobodyIn(data);
        // What it names by now is nobody, a zombie, or somebody else who got the same number.
        Files.deleteIfExists(pidFile);
    }

    private static long pidIn(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.ISO_8859_1);
        try {
            return lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
        } catch (NumberFormatException halfWritten) {
            return -1;
        }
    }

    /** A postmaster's working folder is its data folder; where that cannot be seen, its program must be postgres. */
    private static boolean worksIn(Path data, long pid) {
        if (Files.isDirectory(Path.of("/proc/self"))) {
            return isFolderOf(data, Path.of("/proc", Long.toString(pid)));
        }
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    private static boolean isFolderOf(Path data, Path process) {
        try {
            return Files.isSameFile(process.resolve("cwd"), data);
        } catch (IOException endedOrZombie) {
            return false;
        }
    }

    /** The children of a killed postmaster end by themselves; a new server beside them would harm the data. */
    private static void awaitNobodyIn(Path data) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (somebodyWorksIn(data)) {
            if (Instant.now().isAfter(deadline)) {
                throw new CannotStart("A process still works in " + data + ": end it, then start again.");
            }
            pause();
        }
    }

    private static boolean somebodyWorksIn(Path data) throws IOException {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return false;
        }
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process ->
                            Character.isDigit(process.getFileName().toString().charAt(0)))
                    .anyMatch(process -> isFolderOf(data, process));
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while a leftover server was ending.", e);
        }
    }
}
