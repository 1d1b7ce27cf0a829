package io.daybook.api.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which one Daybook keeps its data, held by this process until closed.
 * Whoever holds it, and nobody else, may start or stop the server whose files lie in it.
 */
public final class DataFolder implements AutoCloseable {
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
            // Only ever opened here: closing any second handle on this file would give up the lock.
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new CannotStart("The data folder " + path + " is in use by another Daybook: stop that one, "
                        + "or give this one its own daybook.data-dir.");
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new CannotStart("The data folder " + path + " cannot be used: " + e + ".", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
