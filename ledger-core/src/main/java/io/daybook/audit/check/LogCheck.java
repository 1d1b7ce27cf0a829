package io.daybook.audit.check;

import io.daybook.audit.TreeHash;
import io.daybook.audit.bundle.Alignment;
import io.daybook.audit.bundle.Finding;
import io.daybook.audit.bundle.Finding.Kind;
import io.daybook.audit.bundle.SignedTree;
import io.daybook.audit.note.Checkpoint;
import io.daybook.audit.note.NoteKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rows of a log against its leaves, the leaves against what lies outside the database, and both against what was
 * signed. Whoever can write to the database can make rows and leaves agree; not with what lies outside, and not with the key.
 * Reads all of it once or twice, in order, and keeps nothing.
 */
public final class LogCheck {
    private static final int MOST_NAMED = 20;

    private final Anchor anchor;
    private final List<NoteKey> keys;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable Checkpoint outside;

    private LogCheck(Anchor anchor, List<NoteKey> keys) {
        this.anchor = anchor;
        this.keys = keys;
    }

    /**
     * Reads what lies outside, before the log is opened: while the log goes on, it is then never behind that.
     *
     * @param keys that the log is known to sign with, from outside the database
     */
    public static LogCheck begin(Anchor anchor, List<NoteKey> keys) {
        LogCheck check = new LogCheck(anchor, keys);
        check.outside =
                check.signed("in the anchor folder", anchor.checkpoint()).orElse(null);
        return check;
    }

    /** What is wrong, the first bad event first; empty where nothing is. Asked once. */
    public List<Finding> of(KeptLog log) {
        run(log, outside);
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(Comparator.comparing(finding -> !finding.namesAnEvent()));
        return List.copyOf(sorted);
    }

    private void run(KeptLog log, @Nullable Checkpoint anchoredTree) {
        Optional<Checkpoint> newest = signed("in the database", log.newestSigned());
        long size = newest.map(Checkpoint::size).orElse(0L);
        long anchored = anchoredTree == null ? 0 : anchoredTree.size();
        behind(size, anchored);
        truncated(log.confirmed());
        Truth truth = truth(log, anchoredTree);
        LeafComparison leaves = new LeafComparison(log.leaves(), truth, anchor, size, Set.of(size));
        Rows rows = new Rows(log.events(), size);
        List<Finding> apart = new ArrayList<>();
        Alignment.check(leaves, rows, MOST_NAMED, apart::add);
        leaves.finish();
        Optional<TreeHash> stored = leaves.root(size);
        if (newest.isEmpty() || stored.equals(newest.map(Checkpoint::root))) {
            apart.forEach(found -> keep(found, size, anchored));
            leaves.wrong().ifPresent(findings::add);
            return;
        }
        boolean rowsAreAsSigned = rows.root().equals(newest.map(Checkpoint::root));
        if (!rowsAreAsSigned) apart.forEach(found -> keep(found, size, anchored));
        leaves.wrong().ifPresentOrElse(findings::add, () -> {
            if (rowsAreAsSigned && !apart.isEmpty()) findings.add(leafChanged(apart.getFirst()));
        });
        add(
                Kind.ROOT_DIFFERS,
                "leaves in daybook.log_leaf that make the root "
                        + newest.map(tree -> tree.root() + " of " + tree.size()).orElse(""),
                stored.map(TreeHash::toString).orElse("fewer leaves"));
    }

    /** Row and checkpoint agree: then it is the leaf that was altered. */
    private static Finding leafChanged(Finding apart) {
        return new Finding(
                Kind.LEAF_CHANGED,
                apart.eventId(),
                apart.index(),
                apart.position(),
                "the leaf of this event, which is as it was signed",
                "another in daybook.log_leaf",
                apart.count());
    }

    /** The tail of a log that was put back is one finding, not one for each event. */
    private void keep(Finding found, long size, long anchored) {
        if (found.kind() != Kind.TAIL_CUT) findings.add(found);
        else if (found.index() == null || found.index() < size || size >= anchored)
            findings.add(as(Kind.EVENT_MISSING, found));
    }

    private static Finding as(Kind kind, Finding found) {
        return new Finding(
                kind,
                found.eventId(),
                found.index(),
                found.position(),
                found.expected(),
                found.actual(),
                found.count());
    }

    private Optional<Checkpoint> signed(String where, Optional<String> note) {
        if (note.isEmpty()) return Optional.empty();
        SignedTree tree = SignedTree.read(note.get(), keys);
        for (Finding found : tree.findings()) {
            Kind kind = found.kind() == Kind.FOREIGN_KEY ? Kind.FORK : found.kind();
            add(kind, found.expected() + " under the checkpoint " + where, found.actual());
        }
        return tree.checkpoint();
    }

    private void behind(long size, long anchored) {
        if (size >= anchored) return;
        UUID first = new AnchoredLeaves(anchor, anchored).id(size).orElse(null);
        findings.add(new Finding(
                Kind.LOG_BEHIND_ANCHOR,
                first,
                size,
                null,
                "a log of " + anchored + " events, as the anchor folder has it",
                size + " events: it was put back to an earlier point",
                anchored - size));
    }

    /** The folder is written before the database says so: what it says has to be there. */
    private void truncated(Optional<String> confirmed) {
        long said = confirmed
                .flatMap(note -> SignedTree.read(note, keys).checkpoint())
                .map(Checkpoint::size)
                .orElse(-1L);
        long there = anchor.checkpoint()
                .flatMap(note -> SignedTree.read(note, keys).checkpoint())
                .map(Checkpoint::size)
                .orElse(-1L);
        if (there < said)
            add(
                    Kind.ANCHOR_TRUNCATED,
                    "a checkpoint of " + said + " events in the anchor folder",
                    there < 0 ? "none" : "one of " + there);
    }

    /** Which leaves are those that were signed: the ones outside, the ones inside, both, or neither. */
    private Truth truth(KeptLog log, @Nullable Checkpoint anchoredTree) {
        if (anchoredTree == null) return Truth.STORED;
        AnchoredLeaves leaves = new AnchoredLeaves(anchor, anchoredTree.size());
        Optional<TreeHash> root = leaves.root();
        if (root.equals(Optional.of(anchoredTree.root()))) return new Truth(anchoredTree.size(), true);
        if (root.isEmpty()) {
            long missing = leaves.firstMissing();
            findings.add(new Finding(
                    Kind.ANCHOR_TRUNCATED, null, missing, null, "a tile with leaf " + missing, "no such tile", 1));
        }
        LeafComparison inside = new LeafComparison(log.leaves(), Truth.STORED, anchor, 0, Set.of(anchoredTree.size()));
        inside.finish();
        if (inside.root(anchoredTree.size()).equals(Optional.of(anchoredTree.root()))) {
            if (root.isPresent())
                add(Kind.ANCHOR_CHANGED, "tiles that make the root " + anchoredTree.root(), "" + root.get());
            return Truth.STORED;
        }
        if (root.isPresent())
            add(Kind.ROOT_DIFFERS, "tiles that make the root " + anchoredTree.root(), "" + root.get());
        return root.isPresent() ? new Truth(anchoredTree.size(), true) : Truth.STORED;
    }

    private void add(Kind kind, String expected, @Nullable String actual) {
        findings.add(Finding.of(kind, expected, actual));
    }
}
