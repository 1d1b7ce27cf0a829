package io.daybook.audit.tile;

import io.daybook.audit.Malformed;
import io.daybook.audit.TreeHash;
import io.daybook.audit.TreeNodes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A tree read from its tiles, each once. Not for several threads at once. */
public final class TileTree implements TreeNodes {
    private final long size;
    private final Function<Tile, byte[]> tiles;
    private final Map<Tile, byte[]> seen = new HashMap<>();

    /** @param tiles the hashes of a tile, one after the other; asked only for what a tree of that size has */
    public TileTree(long size, Function<Tile, byte[]> tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    /** Errors: {@link Malformed} where a tile is not as long as it should be. */
    @Override
    public TreeHash at(int level, long index) {
        int within = level % 8;
        long first = index << within;
        byte[] hashes = bytes(Tile.in(size, level / 8, first / Tile.WHOLE));
        return over(hashes, (int) (first % Tile.WHOLE), 1 << within);
    }

    private static TreeHash over(byte[] hashes, int from, int count) {
        if (count == 1) {
            int at = from * TreeHash.BYTES;
            if (at + TreeHash.BYTES > hashes.length) throw new Malformed("the tree does not reach so far");
            return TreeHash.claimed(Arrays.copyOfRange(hashes, at, at + TreeHash.BYTES));
        }
        int half = count / 2;
        return TreeHash.ofNode(over(hashes, from, half), over(hashes, from + half, half));
    }

    private byte[] bytes(Tile tile) {
        byte[] hashes = seen.computeIfAbsent(tile, tiles);
        if (hashes.length != tile.width() * TreeHash.BYTES)
            throw new Malformed(tile.path() + " has " + hashes.length + " bytes, not " + tile.width() * TreeHash.BYTES);
        return hashes;
    }
}
