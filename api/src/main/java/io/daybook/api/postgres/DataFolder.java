package io.daybook.api.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The folder in which one Daybook keeps its data, held by this process until closed.
 * Whoever holds it, and nobody else, may start or stop the server whose files lie in it.
 */
public final class DataFolder implements AutoCloseable {
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private static final long PATIENCE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Creates the folder where it is missing (readable by its owner alone) and holds it.
     *
     * @throws CannotStart when another process, or another part of this one, holds it
     */
    public static DataFolder hold(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            PrivateFiles.createFolder(path);
            return holdPatiently(path.toRealPath())
                    .orElseThrow(() -> new CannotStart("The data folder " + path + " is in use by another Daybook: "
                            + "stop that one, or give this one its own daybook.data-dir."));
        } catch (IOException e) {
            throw new CannotStart("The data folder " + path + " cannot be used: " + e + ".", e);
        }
    }

    /** Whether somebody holds it now; what its files say about a running Daybook is only then to be believed. */
    public static boolean isHeld(Path folder) {
        try {
            if (!Files.exists(folder.resolve("lock"))) {
                return false;
            }
            Optional<DataFolder> held = tryHold(folder.toRealPath());
            held.ifPresent(DataFolder::close);
            return held.isEmpty();
        } catch (IOException e) {
            throw new CannotStart("The data folder " + folder + " cannot be used: " + e + ".", e);
        }
    }

    /** Whoever asks {@link #isHeld} holds it for a moment. */
    private static Optional<DataFolder> holdPatiently(Path path) throws IOException {
        Optional<DataFolder> held = tryHold(path);
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (held.isEmpty() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
            held = tryHold(path);
        }
        return held;
    }

    /** Closing any handle on the lock's file gives up the whole process's lock: a second one is never opened. */
    private static Optional<DataFolder> tryHold(Path path) throws IOException {
        if (!HELD_HERE.add(path)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            return lock == null ? Optional.empty() : Optional.of(new DataFolder(path, channel));
        } finally {
            if (lock == null) {
                if (channel != null) {
                    channel.close();
                }
                HELD_HERE.remove(path);
            }
        }
    }

    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Whether a server was ever set up in this folder. */
    public boolean hasServer() {
        return Files.exists(resolve("postgres").resolve("data").resolve("PG_VERSION"));
    }

    /** Deletes all that lies in it but the lock. */
    void empty() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                if (!entry.getFileName().toString().equals("lock")) {
                    PrivateFiles.deleteTree(entry);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            HELD_HERE.remove(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
