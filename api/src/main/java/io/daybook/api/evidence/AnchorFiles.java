package io.daybook.api.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.audit.check.Anchor;
import io.daybook.audit.tile.Tile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The anchor folder, read as anybody could. */
final class AnchorFiles implements Anchor {
    private static final long LARGEST = 1 << 20;

    private final Path folder;

    AnchorFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<String> checkpoint() {
        return read("checkpoint").map(bytes -> new String(bytes, UTF_8));
    }

    @Override
    public Optional<byte[]> hashes(Tile tile) {
        return read(tile.path()).or(() -> read(whole(tile).path()));
    }

    @Override
    public Optional<byte[]> ids(Tile tile) {
        return read(tile.idsPath()).or(() -> read(whole(tile).idsPath()));
    }

    /** Where a partial tile has become whole, the whole one stands alone, and begins with it. */
    private static Tile whole(Tile tile) {
        return new Tile(tile.level(), tile.index(), Tile.WHOLE);
    }

    private Optional<byte[]> read(String path) {
        Path file = folder.resolve(path);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) return Optional.empty();
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the anchor folder cannot be read", e);
        }
    }
}
