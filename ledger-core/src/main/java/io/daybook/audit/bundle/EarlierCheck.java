package io.daybook.audit.bundle;

import io.daybook.audit.ConsistencyProof;
import io.daybook.audit.Frontier;
import io.daybook.audit.Malformed;
import io.daybook.audit.TreeHash;
import io.daybook.audit.bundle.Finding.Kind;
import io.daybook.audit.note.Checkpoint;
import io.daybook.audit.note.NoteKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the bundle's tree begins with the tree of a checkpoint that its holder has kept. */
final class EarlierCheck {
    private final BundleFile zip;
    private final Report report;
    private final Checkpoint tree;
    private final List<NoteKey> keys;

    EarlierCheck(BundleFile zip, Report report, Checkpoint tree, List<NoteKey> keys) {
        this.zip = zip;
        this.report = report;
        this.tree = tree;
        this.keys = keys;
    }

    void run(String text, boolean leavesAreOfTheTree) throws IOException {
        SignedTree signed = SignedTree.read(text, keys);
        signed.findings().forEach(report::add);
        Checkpoint earlier = signed.checkpoint().orElse(null);
        if (earlier == null) return;
        if (!earlier.origin().equals(tree.origin()))
            report.add(Kind.FORK, "the log " + earlier.origin(), "the log " + tree.origin());
        else if (earlier.size() == tree.size()) same(earlier);
        else if (earlier.size() > tree.size())
            unproven(
                    "a tree of " + earlier.size() + " leaves or more",
                    "one of " + tree.size() + ": ask for a newer bundle");
        else continued(earlier, leavesAreOfTheTree);
    }

    private void same(Checkpoint earlier) {
        if (earlier.root().equals(tree.root())) report.fact("earlier checkpoint", "of the same tree");
        else fork(earlier, "another of the same size: " + tree.root());
    }

    private void continued(Checkpoint earlier, boolean leavesAreOfTheTree) throws IOException {
        Optional<Boolean> shown = leavesAreOfTheTree ? byLeaves(earlier) : Optional.empty();
        if (shown.isEmpty()) shown = byProof(earlier);
        if (shown.isEmpty())
            unproven(
                    "a proof that the tree continues the one of " + earlier.size() + " leaves",
                    "none: ask for the bundle with earlier=" + earlier.size());
        else if (shown.get())
            report.fact("earlier checkpoint", "of " + earlier.size() + " leaves, and the tree continues it");
        else fork(earlier, "a tree that does not begin with it");
    }

    /** Where all leaves of the earlier tree are at hand. */
    private Optional<Boolean> byLeaves(Checkpoint earlier) throws IOException {
        Frontier begun = Frontier.empty();
        try (LeafFile leaves = new LeafFile(zip.open(Names.LEAVES))) {
            while (begun.size() < earlier.size() && leaves.hasNext()) {
                BundleLeaf leaf = leaves.next();
                if (leaf.index() != begun.size()) return Optional.empty();
                begun.add(leaf.hash());
            }
        }
        return begun.size() < earlier.size()
                ? Optional.empty()
                : Optional.of(begun.root().equals(earlier.root()));
    }

    private Optional<Boolean> byProof(Checkpoint earlier) throws IOException {
        if (!zip.has(Names.CONSISTENCY)) return Optional.empty();
        try (HashLines lines = new HashLines(zip.open(Names.CONSISTENCY), Names.CONSISTENCY_HEADER + earlier.size())) {
            List<TreeHash> path = new ArrayList<>();
            while (lines.hasNext() && path.size() <= 64) path.add(lines.next());
            return Optional.of(
                    new ConsistencyProof(earlier.size(), tree.size(), path).shows(earlier.root(), tree.root()));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private void fork(Checkpoint earlier, String actual) {
        report.add(Kind.FORK, "the tree of " + earlier.size() + " leaves with the root " + earlier.root(), actual);
    }

    private void unproven(String expected, String actual) {
        report.add(Kind.CONSISTENCY_UNPROVEN, expected, actual);
    }
}
