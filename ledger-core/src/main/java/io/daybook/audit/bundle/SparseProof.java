package io.daybook.audit.bundle;

import io.daybook.audit.Malformed;
import io.daybook.audit.TreeHash;
import io.daybook.audit.TreeNodes;
import java.util.Iterator;
import java.util.PrimitiveIterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * That any number of leaves, side by side or far from each other, lie in one tree: the hashes of the largest subtrees of
 * RFC 6962 that hold none of them, from left to right, each once. Written and read in one pass from left to right.
 */
final class SparseProof {
    private SparseProof() {}

    /** @param indexes of the leaves to be shown, ascending, below {@code size} */
    static void write(TreeNodes nodes, long size, PrimitiveIterator.OfLong indexes, Consumer<TreeHash> beside) {
        new Writer(nodes, indexes, beside).subtree(0, size);
    }

    private static final class Writer {
        private final TreeNodes nodes;
        private final PrimitiveIterator.OfLong indexes;
        private final Consumer<TreeHash> beside;
        private long next;

        Writer(TreeNodes nodes, PrimitiveIterator.OfLong indexes, Consumer<TreeHash> beside) {
            this.nodes = nodes;
            this.indexes = indexes;
            this.beside = beside;
            advance();
        }

        private void advance() {
            next = indexes.hasNext() ? indexes.nextLong() : Long.MAX_VALUE;
        }

        void subtree(long from, long to) {
            if (from == to) return;
            if (next >= to) beside.accept(nodes.over(from, to));
            else if (to - from == 1) advance();
            else {
                long middle = middle(from, to);
                subtree(from, middle);
                subtree(middle, to);
            }
        }
    }

    /**
     * The root that these leaves and these hashes beside them make.
     *
     * @param leaves in the order of their indexes
     * Errors: {@link Malformed} where there are too many or too few of either, or leaves out of order.
     */
    static TreeHash root(long size, Iterator<BundleLeaf> leaves, Iterator<TreeHash> beside) {
        if (size < 0) throw new Malformed("a tree of " + size + " leaves");
        Reader reader = new Reader(leaves, beside);
        TreeHash root = size == 0 ? TreeHash.ofNothing() : reader.subtree(0, size);
        if (reader.next != null)
            throw new Malformed("leaf " + reader.next.index() + " is out of order or not in the tree");
        if (beside.hasNext()) throw new Malformed("more hashes beside the leaves than it takes");
        return root;
    }

    private static final class Reader {
        private final Iterator<BundleLeaf> leaves;
        private final Iterator<TreeHash> beside;
        private @Nullable BundleLeaf next;

        Reader(Iterator<BundleLeaf> leaves, Iterator<TreeHash> beside) {
            this.leaves = leaves;
            this.beside = beside;
            advance();
        }

        private void advance() {
            next = leaves.hasNext() ? leaves.next() : null;
        }

        TreeHash subtree(long from, long to) {
            BundleLeaf leaf = next;
            if (leaf == null || leaf.index() >= to) {
                if (!beside.hasNext()) throw new Malformed("fewer hashes beside the leaves than it takes");
                return beside.next();
            }
            if (leaf.index() < from) throw new Malformed("leaf " + leaf.index() + " is out of order");
            if (to - from == 1) {
                advance();
                return leaf.hash();
            }
            long middle = middle(from, to);
            TreeHash left = subtree(from, middle);
            return TreeHash.ofNode(left, subtree(middle, to));
        }
    }

    /** Where RFC 6962 divides: the largest power of two below the width. */
    private static long middle(long from, long to) {
        return from + Long.highestOneBit(to - from - 1);
    }
}
