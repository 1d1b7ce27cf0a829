package io.daybook.api.drill;

import io.daybook.api.postgres.DataFolder;
import io.daybook.api.postgres.DatabaseAccess;
import io.daybook.api.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The drill's own PostgreSQL, which can be made to crash and to stand still, behind a wire that can be cut. */
final class DrillDatabase implements AutoCloseable {
    private final DataFolder folder;
    private final DatabaseWire wire;
    private EmbeddedPostgres server;

    DrillDatabase(Path at) throws IOException {
        folder = DataFolder.hold(at);
        wire = new DatabaseWire();
        server = EmbeddedPostgres.start(folder);
        wire.leadTo(portOf(server));
    }

    DatabaseWire wire() {
        return wire;
    }

    /** How the nodes reach it: the same for as long as this is open. */
    DatabaseAccess access() {
        DatabaseAccess direct = server.access();
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + wire.port() + "/daybook?connectTimeout=5",
                direct.application(),
                direct.owner());
    }

    /** The id of whoever has the right to send on this rail, asked without the wire; empty before anybody had it. */
    synchronized String inCharge(String rail) {
        return new LeaseTable(server.access()).owner(rail);
    }

    /** What was acknowledged is on disk; everything else is gone. */
    synchronized void crash(Duration down) throws InterruptedException {
        Signal.QUIT.to(List.of(postmaster()));
        Thread.sleep(down);
        server = EmbeddedPostgres.start(folder);
        wire.leadTo(portOf(server));
    }

    synchronized void freeze(Duration length) throws InterruptedException {
        List<Long> everybody = processes();
        Signal.STOP.to(everybody);
        try {
            Thread.sleep(length);
        } finally {
            Signal.CONT.to(everybody);
        }
    }

    private List<Long> processes() {
        List<Long> all = new ArrayList<>(List.of(postmaster()));
        ProcessHandle.of(postmaster()).ifPresent(handle -> handle.descendants().forEach(each -> all.add(each.pid())));
        return all;
    }

    private long postmaster() {
        Path file = folder.resolve("postgres").resolve("data").resolve("postmaster.pid");
        try {
            return Long.parseLong(Files.readAllLines(file, StandardCharsets.ISO_8859_1)
                    .getFirst()
                    .strip());
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL is not running", e);
        }
    }

    private static int portOf(EmbeddedPostgres server) {
        String url = server.access().url();
        int colon = url.lastIndexOf(':');
        return Integer.parseInt(url.substring(colon + 1, url.indexOf('/', colon)));
    }

    @Override
    public synchronized void close() throws IOException {
        wire.close();
        server.close();
        folder.close();
    }
}
