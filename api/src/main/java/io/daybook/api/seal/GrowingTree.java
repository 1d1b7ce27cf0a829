package io.daybook.api.seal;

import io.daybook.audit.Frontier;
import io.daybook.audit.TreeHash;
import io.daybook.audit.tile.Tile;
import java.util.ArrayList;
import java.util.List;

/** The tree as leaves are added to it: its root, and the root of each tile that has become whole. */
final class GrowingTree {
    private final Frontier whole;
    /** The last, partial tile of each level. */
    private final List<Frontier> tiles;

    private GrowingTree(Frontier whole, List<Frontier> tiles) {
        this.whole = whole;
        this.tiles = tiles;
    }

    static GrowingTree empty() {
        return new GrowingTree(Frontier.empty(), new ArrayList<>());
    }

    GrowingTree copy() {
        return new GrowingTree(
                whole.copy(), new ArrayList<>(tiles.stream().map(Frontier::copy).toList()));
    }

    /** The tiles that this leaf made whole, the lowest first. */
    List<Node> add(TreeHash leaf) {
        whole.add(leaf);
        List<Node> completed = new ArrayList<>();
        TreeHash hash = leaf;
        for (int level = 0; ; level++) {
            if (level == tiles.size()) tiles.add(Frontier.empty());
            tiles.get(level).add(hash);
            if (tiles.get(level).size() < Tile.WHOLE) return completed;
            hash = tiles.get(level).root();
            tiles.set(level, Frontier.empty());
            completed.add(new Node(level + 1, (whole.size() >>> (8 * (level + 1))) - 1, hash));
        }
    }

    long size() {
        return whole.size();
    }

    TreeHash root() {
        return whole.root();
    }
}
