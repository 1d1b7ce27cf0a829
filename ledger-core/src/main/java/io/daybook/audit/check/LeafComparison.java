package io.daybook.audit.check;

import io.daybook.audit.Frontier;
import io.daybook.audit.TreeHash;
import io.daybook.audit.bundle.BundleLeaf;
import io.daybook.audit.bundle.Finding;
import io.daybook.audit.bundle.Finding.Kind;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The leaves that the rows should have: those outside the database as far as they are the truth, the stored ones behind them.
 * On the way it holds the stored ones against those outside, and adds them up.
 */
final class LeafComparison implements Iterator<BundleLeaf> {
    private static final UUID UNKNOWN = new UUID(0, 0);

    private final Iterator<KeptLog.Leaf> stored;
    private final Truth truth;
    private final long signed;
    private final Set<Long> sizes;
    private final AnchoredLeaves outside;
    private final Frontier tree = Frontier.empty();
    private final Map<Long, TreeHash> roots = new HashMap<>();
    private KeptLog.@Nullable Leaf next;
    private long index;
    private @Nullable Finding wrong;

    /**
     * @param signed so many leaves at least have to be stored
     * @param sizes of the trees whose roots will be asked for
     */
    LeafComparison(Iterator<KeptLog.Leaf> stored, Truth truth, Anchor anchor, long signed, Set<Long> sizes) {
        this.stored = stored;
        this.truth = truth;
        this.signed = signed;
        this.sizes = sizes;
        this.outside = new AnchoredLeaves(anchor, truth.anchored());
        remember();
        advance();
    }

    private void advance() {
        next = stored.hasNext() ? stored.next() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null || index < truth.anchored();
    }

    @Override
    public BundleLeaf next() {
        if (!hasNext()) throw new NoSuchElementException("no more leaves");
        KeptLog.Leaf leaf = next != null && next.index() == index ? next : null;
        if (leaf == null) return gap();
        advance();
        tree.add(leaf.hash());
        BundleLeaf expected = index < truth.anchored() ? anchored(leaf.eventId()) : own(leaf);
        if (!expected.hash().equals(leaf.hash()))
            keep(expected, "the leaf " + expected.hash(), "the leaf " + leaf.hash() + " in daybook.log_leaf");
        else if (!expected.eventId().equals(leaf.eventId()))
            keep(expected, "the event " + expected.eventId(), "the event " + leaf.eventId() + " in daybook.log_leaf");
        index++;
        remember();
        return expected;
    }

    /** A leaf that is not stored: there is one outside, or the numbers have a gap. */
    private BundleLeaf gap() {
        KeptLog.Leaf later = next;
        BundleLeaf expected = index < truth.anchored() ? anchored(UNKNOWN) : own(required(later));
        if (later != null || index < signed)
            keep(expected, "a leaf of index " + index, "no such leaf in daybook.log_leaf");
        if (index >= truth.anchored()) advance();
        index++;
        return expected;
    }

    private static KeptLog.Leaf required(KeptLog.@Nullable Leaf leaf) {
        if (leaf == null) throw new NoSuchElementException("no more leaves");
        return leaf;
    }

    private static BundleLeaf own(KeptLog.Leaf leaf) {
        return new BundleLeaf(leaf.index(), leaf.eventId(), leaf.hash());
    }

    private BundleLeaf anchored(UUID stored) {
        TreeHash hash = outside.hash(index).orElseGet(TreeHash::ofNothing);
        return new BundleLeaf(index, outside.id(index).orElse(stored), hash);
    }

    private void keep(BundleLeaf leaf, String expected, String actual) {
        if (wrong == null)
            wrong = new Finding(Kind.LEAF_CHANGED, leaf.eventId(), leaf.index(), null, expected, actual, 1);
    }

    private void remember() {
        if (sizes.contains(tree.size())) roots.put(tree.size(), tree.root());
    }

    void finish() {
        while (hasNext()) next();
    }

    Optional<Finding> wrong() {
        return Optional.ofNullable(wrong);
    }

    /** Of the stored leaves. */
    Optional<TreeHash> root(long wanted) {
        return Optional.ofNullable(roots.get(wanted));
    }
}
