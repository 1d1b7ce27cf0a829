package io.daybook.api.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.audit.note.Note;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder outside the database where the log is laid down, as files that anybody can serve: tiles, the ids of the events, and
 * last of all the checkpoint. What is under a name once stays; only the checkpoint is replaced.
 */
final class AnchorFolder {
    private static final String CHECKPOINT = "checkpoint";
    private static final long LARGEST_NOTE = 1 << 20;

    private final Path folder;

    AnchorFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** What stands there; empty where none does. Errors: {@link io.daybook.audit.Malformed} where it is no note. */
    Optional<Note> checkpoint() {
        Path file = folder.resolve(CHECKPOINT);
        try {
            if (!Files.exists(file)) return Optional.empty();
            if (Files.size(file) > LARGEST_NOTE)
                throw new SealRefused("the checkpoint in the anchor folder is no note");
            return Optional.of(Note.parse(Files.readString(file)));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** @param path relative, and its bytes, which are never others */
    record Piece(String path, byte[] bytes) {}

    /** Lays the pieces down for good; when it returns they are on the disk. Errors: {@link SealRefused} where one is there otherwise. */
    void add(Stream<Piece> pieces) {
        Set<Path> changed = new HashSet<>();
        pieces.forEach(piece -> add(piece, changed));
        changed.forEach(AnchorFolder::force);
    }

    void lay(Note checkpoint) {
        Set<Path> changed = new HashSet<>(Set.of(folder));
        try {
            make(folder, changed);
        } catch (IOException e) {
            throw failed(e);
        }
        replace(folder.resolve(CHECKPOINT), checkpoint.toString().getBytes(UTF_8));
        changed.forEach(AnchorFolder::force);
    }

    /** Takes away what is partial of a tile that is there as a whole. */
    void dropPartials(String path) {
        Path partials = folder.resolve(path + ".p");
        if (!Files.isDirectory(partials)) return;
        try (Stream<Path> files = Files.list(partials)) {
            for (Path file : files.toList()) Files.delete(file);
            Files.delete(partials);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void add(Piece piece, Set<Path> changed) {
        Path file = folder.resolve(piece.path());
        try {
            if (!Files.exists(file)) {
                make(folderOf(file), changed);
                replace(file, piece.bytes());
            } else if (!Arrays.equals(Files.readAllBytes(file), piece.bytes())) {
                throw new SealRefused(
                        piece.path() + " in the anchor folder is not what the log says: it was altered, or "
                                + "belongs to another log; keep it, and put it elsewhere");
            }
            // Also where it was there: whoever wrote it may have ended before it was forced.
            changed.add(folderOf(file));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** @param changed whatever has a new entry by this, to be forced to the disk */
    private static void make(Path directory, Set<Path> changed) throws IOException {
        for (Path below = directory; !Files.isDirectory(below); below = folderOf(below)) changed.add(folderOf(below));
        Files.createDirectories(directory);
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "a piece lies in a folder");
    }

    /** Whoever reads sees the old bytes or the new ones, whole, even after the power failed. */
    private static void replace(Path file, byte[] bytes) {
        // Its own name: another node may be writing the same, or stand still while it does.
        Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            try (FileChannel channel =
                    FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) channel.write(rest);
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static void force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("the anchor folder cannot be used: " + e, e);
    }
}
