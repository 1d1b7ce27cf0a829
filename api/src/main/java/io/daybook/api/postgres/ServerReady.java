package io.daybook.api.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits for a starting server; recovery after a crash may take minutes. */
final class ServerReady {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int STATUS_LINE = 7;

    private ServerReady() {}

    static void await(Process server, Path data, Log log) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!isReady(data.resolve("postmaster.pid"), server.pid())) {
            if (ended(server) || Instant.now().isAfter(deadline)) {
                throw new CannotStart(
                        "The embedded PostgreSQL did not start: " + log.complaint() + " (" + log.file() + ")");
            }
        }
    }

    private static boolean isReady(Path pidFile, long pid) throws IOException {
        try {
            List<String> lines = Files.readAllLines(pidFile, StandardCharsets.ISO_8859_1);
            return lines.size() > STATUS_LINE
                    && lines.getFirst().strip().equals(Long.toString(pid))
                    && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }

    private static boolean ended(Process server) {
        try {
            return server.waitFor(10, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while the embedded PostgreSQL was starting.", e);
        }
    }

    /** The server's log, of which the first bytes are about earlier starts. */
    record Log(Path file, long earlierBytes) {
        private String complaint() throws IOException {
            byte[] all = Files.readAllBytes(file);
            int from = (int) Math.min(earlierBytes, all.length);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("FATAL:"))
                    .reduce("no reason given", (earlier, later) -> later);
        }
    }
}
