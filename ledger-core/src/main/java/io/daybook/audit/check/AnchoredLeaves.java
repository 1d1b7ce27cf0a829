package io.daybook.audit.check;

import io.daybook.audit.Frontier;
import io.daybook.audit.TreeHash;
import io.daybook.audit.tile.Tile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The leaves that lie outside the database, read tile by tile from the first on. */
final class AnchoredLeaves {
    private static final int ID_BYTES = 16;

    private final Anchor anchor;
    private final long size;
    private long tile = -1;
    private byte @Nullable [] hashes;
    private byte @Nullable [] ids;

    AnchoredLeaves(Anchor anchor, long size) {
        this.anchor = anchor;
        this.size = size;
    }

    /** Empty where the tile is missing or too short. */
    Optional<TreeHash> hash(long index) {
        turnTo(index);
        int at = (int) (index % Tile.WHOLE) * TreeHash.BYTES;
        byte[] found = hashes;
        return found == null || found.length < at + TreeHash.BYTES
                ? Optional.empty()
                : Optional.of(TreeHash.claimed(Arrays.copyOfRange(found, at, at + TreeHash.BYTES)));
    }

    Optional<UUID> id(long index) {
        turnTo(index);
        int at = (int) (index % Tile.WHOLE) * ID_BYTES;
        byte[] found = ids;
        if (found == null || found.length < at + ID_BYTES) return Optional.empty();
        ByteBuffer halves = ByteBuffer.wrap(found, at, ID_BYTES);
        return Optional.of(new UUID(halves.getLong(), halves.getLong()));
    }

    private void turnTo(long index) {
        if (index / Tile.WHOLE == tile) return;
        tile = index / Tile.WHOLE;
        Tile wanted = Tile.in(size, 0, tile);
        hashes = anchor.hashes(wanted).orElse(null);
        ids = anchor.ids(wanted).orElse(null);
    }

    /** Of all leaves; empty where one is missing. */
    Optional<TreeHash> root() {
        Frontier tree = Frontier.empty();
        while (tree.size() < size) {
            Optional<TreeHash> hash = hash(tree.size());
            if (hash.isEmpty()) return Optional.empty();
            tree.add(hash.get());
        }
        return Optional.of(tree.root());
    }

    /** The first leaf that is missing; the size where none is. */
    long firstMissing() {
        long index = 0;
        while (index < size && hash(index).isPresent()) index++;
        return index;
    }
}
