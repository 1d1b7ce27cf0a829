package io.daybook.audit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The tree as RFC 6962, section 2.1, defines it, word by word and without a thought for speed. */
final class Naive {
    private Naive() {}

    static List<TreeHash> leaves(int count, Random random) {
        List<TreeHash> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++)
            leaves.add(TreeHash.ofLeaf(
                    ByteBuffer.allocate(8).putLong(random.nextLong()).array()));
        return leaves;
    }

    static TreeNodes nodes(List<TreeHash> leaves) {
        return (level, index) ->
                root(leaves.subList(Math.toIntExact(index << level), Math.toIntExact((index + 1) << level)));
    }

    /** MTH. */
    static TreeHash root(List<TreeHash> leaves) {
        if (leaves.isEmpty()) return TreeHash.ofNothing();
        if (leaves.size() == 1) return leaves.getFirst();
        int k = split(leaves.size());
        return TreeHash.ofNode(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    /** PATH. */
    static List<TreeHash> path(int m, List<TreeHash> leaves) {
        if (leaves.size() == 1) return List.of();
        int k = split(leaves.size());
        List<TreeHash> left = leaves.subList(0, k);
        List<TreeHash> right = leaves.subList(k, leaves.size());
        return m < k ? and(path(m, left), root(right)) : and(path(m - k, right), root(left));
    }

    /** SUBPROOF. */
    static List<TreeHash> subproof(int m, List<TreeHash> leaves, boolean known) {
        if (m == leaves.size()) return known ? List.of() : List.of(root(leaves));
        int k = split(leaves.size());
        List<TreeHash> left = leaves.subList(0, k);
        List<TreeHash> right = leaves.subList(k, leaves.size());
        return m <= k ? and(subproof(m, left, known), root(right)) : and(subproof(m - k, right, false), root(left));
    }

    private static List<TreeHash> and(List<TreeHash> path, TreeHash last) {
        List<TreeHash> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }

    /** The largest power of two below n. */
    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) k *= 2;
        return k;
    }
}
