package io.daybook.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * That a tree begins with all leaves of a smaller one, unchanged and in order (RFC 6962, section 2.1.2).
 *
 * @param from size of the smaller tree
 * @param to size of the larger tree
 */
public record ConsistencyProof(long from, long to, List<TreeHash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** To itself there is nothing to show: the path is empty. So it is from an empty tree, which every tree continues. */
    public static ConsistencyProof of(TreeNodes nodes, long from, long to) {
        if (from < 0 || from > to)
            throw new IllegalArgumentException("no tree of " + to + " begins with one of " + from);
        if (from == 0 || from == to) return new ConsistencyProof(from, to, List.of());
        List<TreeHash> path = new ArrayList<>();
        long left = 0;
        long right = to;
        while (right != from) {
            long middle = left + Long.highestOneBit(right - left - 1);
            path.addFirst(from <= middle ? nodes.over(middle, right) : nodes.over(left, middle));
            if (from <= middle) right = middle;
            else left = middle;
        }
        // Where the smaller tree is itself a whole subtree at the left edge, whoever verifies has its root.
        if (left != 0) path.addFirst(nodes.over(left, right));
        return new ConsistencyProof(from, to, path);
    }

    /**
     * Whether it shows that the tree of {@code newRoot} continues that of {@code oldRoot}; of an empty tree nothing is shown. Never
     * throws.
     */
    public boolean shows(TreeHash oldRoot, TreeHash newRoot) {
        if (from <= 0 || from > to || !path.stream().allMatch(TreeHash::isWhole)) return false;
        if (from == to) return path.isEmpty() && oldRoot.equals(newRoot);
        List<TreeHash> hashes = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) hashes.addFirst(oldRoot);
        return !hashes.isEmpty() && climbs(hashes, oldRoot, newRoot);
    }

    /** RFC 9162, section 2.1.4.2: both roots are computed from the same hashes on the way up. */
    private boolean climbs(List<TreeHash> hashes, TreeHash oldRoot, TreeHash newRoot) {
        long at = from - 1;
        long last = to - 1;
        int skipped = Long.numberOfTrailingZeros(~at);
        at >>>= skipped;
        last >>>= skipped;
        TreeHash older = hashes.getFirst();
        TreeHash newer = hashes.getFirst();
        for (TreeHash beside : hashes.subList(1, hashes.size())) {
            if (last == 0) return false;
            if (at % 2 == 1 || at == last) {
                older = TreeHash.ofNode(beside, older);
                newer = TreeHash.ofNode(beside, newer);
                while (at % 2 == 0 && at != 0) {
                    at >>>= 1;
                    last >>>= 1;
                }
            } else {
                newer = TreeHash.ofNode(newer, beside);
            }
            at >>>= 1;
            last >>>= 1;
        }
        return last == 0 && older.equals(oldRoot) && newer.equals(newRoot);
    }
}
