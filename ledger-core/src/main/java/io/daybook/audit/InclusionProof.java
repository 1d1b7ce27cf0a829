package io.daybook.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * That a leaf is at a place of a tree: the hashes beside its way up, the leaf's sibling first (RFC 6962, section 2.1.1).
 *
 * @param index from 0
 * @param size of the tree, in leaves
 */
public record InclusionProof(long index, long size, List<TreeHash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Errors: IllegalArgumentException unless the leaf lies in a tree of that size. */
    public static InclusionProof of(TreeNodes nodes, long index, long size) {
        if (index < 0 || index >= size) throw new IllegalArgumentException(index + " is not in a tree of " + size);
        List<TreeHash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Long.highestOneBit(to - from - 1);
            path.addFirst(index < middle ? nodes.over(middle, to) : nodes.over(from, middle));
            if (index < middle) to = middle;
            else from = middle;
        }
        return new InclusionProof(index, size, path);
    }

    /** Whether it shows that this leaf is at its index in the tree of this root. Never throws, whatever was handed in. */
    public boolean shows(TreeHash leaf, TreeHash root) {
        if (index < 0 || index >= size || !leaf.isWhole() || !path.stream().allMatch(TreeHash::isWhole)) return false;
        TreeHash hash = leaf;
        long at = index;
        long last = size - 1;
        for (TreeHash beside : path) {
            if (last == 0) return false;
            if (at % 2 == 1 || at == last) {
                hash = TreeHash.ofNode(beside, hash);
                // At the right edge there are levels without a sibling; they have no hash in the path.
                while (at % 2 == 0 && at != 0) {
                    at >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = TreeHash.ofNode(hash, beside);
            }
            at >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
