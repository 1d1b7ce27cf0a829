package io.daybook.audit.bundle;

import io.daybook.audit.Malformed;
import io.daybook.audit.TreeHash;
import io.daybook.audit.bundle.Alignment.Found;
import io.daybook.audit.bundle.Finding.Kind;
import io.daybook.audit.note.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Holds the events of a bundle against its leaves, these against the signed root, and all against what the bundle says it is. */
final class EventsCheck {
    private static final int MOST_NAMED = 20;

    private final BundleFile zip;
    private final Report report;
    private final Checkpoint tree;
    private final BundleTerms terms;

    EventsCheck(BundleFile zip, Report report, Checkpoint tree, BundleTerms terms) {
        this.zip = zip;
        this.report = report;
        this.tree = tree;
        this.terms = terms;
    }

    /** Whether the leaves make the signed root. */
    boolean run() throws IOException {
        // Beside the events, on another processor where there is one.
        CompletableFuture<Optional<String>> leavesFail = CompletableFuture.supplyAsync(this::whyLeavesDoNotMakeTheRoot);
        List<Finding> apart = new ArrayList<>();
        Sequence sequence = new Sequence(terms);
        StatementCheck statements = new StatementCheck(terms, zip);
        try (LeafFile leaves = new LeafFile(zip.open(Names.LEAVES));
                EventFile events = new EventFile(zip.open(Names.EVENTS), line -> {
                    sequence.add(line);
                    statements.add(line);
                })) {
            Alignment.check(leaves, events, MOST_NAMED, apart::add);
        } catch (Malformed e) {
            report.add(
                    Kind.FILE_MALFORMED,
                    Names.LEAVES + " and " + Names.EVENTS + " as the format has them",
                    e.getMessage());
            apart.forEach(report::add);
            return result(leavesFail).isEmpty();
        }
        String whyNot = result(leavesFail).orElse(null);
        if (whyNot != null && !apart.isEmpty() && eventsMakeTheRoot()) {
            report.add(leafChanged(apart.getFirst()));
            return false;
        }
        apart.forEach(report::add);
        if (apart.isEmpty()) {
            Finding wrong = sequence.wrong();
            if (wrong != null) report.add(wrong);
            else new Borders(terms, tree.size(), report).check(sequence);
            statements.check(report);
        }
        if (whyNot != null) report.add(Kind.ROOT_DIFFERS, "the root " + tree.root(), whyNot);
        return whyNot == null;
    }

    private static Optional<String> result(CompletableFuture<Optional<String>> leavesFail) {
        try {
            return leavesFail.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failed) throw failed;
            throw e;
        }
    }

    private Optional<String> whyLeavesDoNotMakeTheRoot() {
        try (LeafFile leaves = new LeafFile(zip.open(Names.LEAVES));
                HashLines proofs = new HashLines(zip.open(Names.PROOFS), Names.PROOFS_HEADER)) {
            TreeHash root = SparseProof.root(tree.size(), leaves, proofs);
            return root.equals(tree.root()) ? Optional.empty() : Optional.of("leaves and proofs make the root " + root);
        } catch (Malformed e) {
            return Optional.of("leaves and proofs make none: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asked only where the leaves do not. */
    private boolean eventsMakeTheRoot() throws IOException {
        try (EventFile events = new EventFile(zip.open(Names.EVENTS), line -> {});
                HashLines proofs = new HashLines(zip.open(Names.PROOFS), Names.PROOFS_HEADER)) {
            return SparseProof.root(tree.size(), asLeaves(events), proofs).equals(tree.root());
        } catch (Malformed e) {
            return false;
        }
    }

    private static Iterator<BundleLeaf> asLeaves(Iterator<Found> events) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return events.hasNext();
            }

            @Override
            public BundleLeaf next() {
                Found event = events.next();
                if (event.index() == null || event.eventId() == null || event.hash() == null)
                    throw new Malformed("no event");
                return new BundleLeaf(event.index(), event.eventId(), event.hash());
            }
        };
    }

    private static Finding leafChanged(Finding apart) {
        return new Finding(
                Kind.LEAF_CHANGED,
                apart.eventId(),
                apart.index(),
                apart.position(),
                "in " + Names.LEAVES + " the record of this event, which is as it was signed",
                "another record",
                apart.count());
    }
}
