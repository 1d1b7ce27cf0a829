package io.daybook.api.seal;

import io.daybook.audit.tile.Tile;
import java.util.ArrayList;
import java.util.List;

/** Goes round and round through the stored leaves: do they still hash to what their tiles did when they became whole? */
final class Sweep {
    private final TreeTable stored;
    private long at;

    Sweep(TreeTable stored) {
        this.stored = stored;
    }

    /** So many tiles of leaves more. Errors: {@link SealRefused} where one is not what it was. */
    void next(long size, int tiles) {
        long whole = size / Tile.WHOLE;
        if (whole == 0) return;
        if (at >= whole) at = 0;
        int count = (int) Math.min(tiles, whole - at);
        List<Node> computed = new ArrayList<>();
        GrowingTree tile = GrowingTree.empty();
        for (Leaf leaf : stored.leaves(at * Tile.WHOLE, count * Tile.WHOLE))
            for (Node node : tile.add(leaf.hash()))
                if (node.level() == 1) computed.add(new Node(1, at + node.index(), node.hash()));
        if (computed.size() != count) throw new SealRefused("the stored tree has a gap after leaf " + at * Tile.WHOLE);
        sameAsStored(computed);
        at += count;
    }

    /** @param computed of one level, side by side */
    void sameAsStored(List<Node> computed) {
        int level = computed.getFirst().level();
        List<Node> kept = stored.nodes(level, computed.getFirst().index(), computed.size());
        for (int i = 0; i < computed.size(); i++)
            if (i >= kept.size() || !kept.get(i).equals(computed.get(i)))
                throw new SealRefused("a stored leaf was altered: "
                        + new Tile(level - 1, computed.get(i).index(), Tile.WHOLE).path()
                        + " is not what it was when it became whole");
    }
}
