package io.daybook.audit;

import java.util.List;

/**
 * That leaves stand side by side in a tree, with nothing between them. Whoever has the leaves adds what lies to their left and
 * to their right as the fewest whole subtrees, from left to right, and comes to the root.
 *
 * @param from index of the first leaf
 * @param to index after the last leaf
 * @param size of the tree
 * @param left whole subtrees over the leaves before {@code from}, one for each bit of it
 * @param right whole subtrees over the leaves from {@code to} to the end, each the widest that can begin where it begins
 */
public record RangeProof(long from, long to, long size, List<TreeHash> left, List<TreeHash> right) {
    public RangeProof {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    public static RangeProof of(TreeNodes nodes, long from, long to, long size) {
        if (from < 0 || from > to || to > size)
            throw new IllegalArgumentException(from + " to " + to + " is not in a tree of " + size);
        return new RangeProof(from, to, size, nodes.cover(0, from), nodes.cover(to, size));
    }

    /** Whether it shows that these leaves, in this order, are all there is in its range of the tree of this root. */
    public boolean shows(List<TreeHash> leaves, TreeHash root) {
        return from >= 0
                && from <= to
                && to <= size
                && leaves.size() == to - from
                && left.size() == Long.bitCount(from)
                && allWhole(left)
                && allWhole(leaves)
                && allWhole(right)
                && climbs(leaves, root);
    }

    private boolean climbs(List<TreeHash> leaves, TreeHash root) {
        Frontier tree = Frontier.of(from, left);
        leaves.forEach(tree::add);
        for (TreeHash subtree : right) {
            if (tree.size() == size) return false;
            tree.add(Frontier.widest(tree.size(), size), subtree);
        }
        return tree.size() == size && tree.root().equals(root);
    }

    private static boolean allWhole(List<TreeHash> hashes) {
        return hashes.stream().allMatch(TreeHash::isWhole);
    }
}
