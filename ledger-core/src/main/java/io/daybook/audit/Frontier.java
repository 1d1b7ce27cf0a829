package io.daybook.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that grows at its right edge, as little of it as that takes: the roots of its largest whole subtrees, the
 * widest first, one for each bit of its size. Not for several threads at once.
 */
public final class Frontier {
    private final List<TreeHash> roots;
    private long size;

    private Frontier(long size, List<TreeHash> roots) {
        this.size = size;
        this.roots = new ArrayList<>(roots);
    }

    public static Frontier empty() {
        return new Frontier(0, List.of());
    }

    /** Errors: {@link Malformed} unless there is one root for each bit of the size. */
    public static Frontier of(long size, List<TreeHash> roots) {
        if (size < 0 || Long.bitCount(size) != roots.size())
            throw new Malformed("a tree of " + size + " leaves does not have " + roots.size() + " whole subtrees");
        return new Frontier(size, roots);
    }

    public Frontier copy() {
        return new Frontier(size, roots);
    }

    public void add(TreeHash leaf) {
        add(0, leaf);
    }

    /**
     * Adds a whole subtree of {@code 1 << level} leaves.
     * Errors: {@link Malformed} where a subtree of that width cannot begin.
     */
    public void add(int level, TreeHash subtree) {
        long width = 1L << level;
        if (size % width != 0) throw new Malformed("no subtree of " + width + " leaves begins at " + size);
        TreeHash hash = subtree;
        for (long bit = width; (size & bit) != 0; bit <<= 1) hash = TreeHash.ofNode(roots.removeLast(), hash);
        roots.add(hash);
        size = Math.addExact(size, width);
    }

    public long size() {
        return size;
    }

    /** From left to right. */
    public List<TreeHash> roots() {
        return List.copyOf(roots);
    }

    public TreeHash root() {
        if (roots.isEmpty()) return TreeHash.ofNothing();
        TreeHash hash = roots.getLast();
        for (int left = roots.size() - 2; left >= 0; left--) hash = TreeHash.ofNode(roots.get(left), hash);
        return hash;
    }

    /** The level of the widest whole subtree that begins at {@code from} and ends at {@code to} or before. */
    static int widest(long from, long to) {
        int fits = 63 - Long.numberOfLeadingZeros(to - from);
        return from == 0 ? fits : Math.min(fits, Long.numberOfTrailingZeros(from));
    }
}
