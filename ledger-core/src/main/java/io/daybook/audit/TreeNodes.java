package io.daybook.audit;

import java.util.ArrayList;
import java.util.List;

/** The whole subtrees of a tree, as whoever stores it can hand them out. All proofs are made of them. */
@FunctionalInterface
public interface TreeNodes {
    /**
     * The hash over the leaves from {@code index << level} up to {@code (index + 1) << level}. Asked only for subtrees that lie
     * wholly in the tree; level 0 are the leaves.
     */
    TreeHash at(int level, long index);

    /** The root of the tree of the first leaves. */
    default TreeHash root(long size) {
        return over(0, size);
    }

    /** The hash over the leaves from {@code from} up to {@code to}, where RFC 6962 has a node for just these. */
    default TreeHash over(long from, long to) {
        if (from == to) return TreeHash.ofNothing();
        List<TreeHash> whole = cover(from, to);
        TreeHash hash = whole.getLast();
        for (int left = whole.size() - 2; left >= 0; left--) hash = TreeHash.ofNode(whole.get(left), hash);
        return hash;
    }

    /** The fewest whole subtrees that are the leaves from {@code from} up to {@code to}, from left to right. */
    default List<TreeHash> cover(long from, long to) {
        List<TreeHash> whole = new ArrayList<>();
        for (long at = from; at < to; ) {
            int level = Frontier.widest(at, to);
            whole.add(at(level, at >>> level));
            at += 1L << level;
        }
        return whole;
    }
}
