package io.daybook.audit.bundle;

import io.daybook.audit.TreeHash;
import io.daybook.audit.bundle.Finding.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds events against the leaves that should be theirs, both in order, and says what became of each one that does not fit:
 * changed, missing, inserted, in another's place. Looks ahead only where something does not fit, and so takes one pass and
 * little memory however many there are.
 */
public final class Alignment {
    /** So many are looked at ahead to find where both go on together. */
    private static final int FAR = 1 << 16;

    private final Ahead<BundleLeaf> leaves;
    private final Ahead<Found> events;
    private final Consumer<Finding> findings;
    private final int most;
    private int found;

    private Alignment(Iterator<BundleLeaf> leaves, Iterator<Found> events, int most, Consumer<Finding> findings) {
        this.leaves = new Ahead<>(leaves, FAR);
        this.events = new Ahead<>(events, FAR);
        this.most = most;
        this.findings = findings;
    }

    /**
     * An event as somebody shows it.
     *
     * @param index as it is labelled; null without a label
     * @param position as it says itself; null where it cannot be read
     * @param hash of its leaf
     * @param problem why it is no event at all, if it is none
     */
    public record Found(
            @Nullable Long index,
            @Nullable Long position,
            @Nullable UUID eventId,
            @Nullable TreeHash hash,
            @Nullable String problem) {}

    /** @param most findings, then it stops looking */
    public static void check(
            Iterator<BundleLeaf> leaves, Iterator<Found> events, int most, Consumer<Finding> findings) {
        new Alignment(leaves, events, most, findings).run();
    }

    private void run() {
        while (found < most) {
            BundleLeaf leaf = leaves.peek(0);
            Found event = events.peek(0);
            if (leaf == null && event == null) return;
            if (leaf == null) inserted(null, Set.of());
            else if (event == null) missing(Kind.TAIL_CUT, Set.of());
            else if (leaf.hash().equals(event.hash())) same(leaf, event);
            else if (leaf.eventId().equals(event.eventId())) changed(leaf, event);
            else apart(leaf, event);
        }
    }

    private void same(BundleLeaf leaf, Found event) {
        if (!leaf.eventId().equals(event.eventId()))
            report(Kind.LABEL_DIFFERS, leaf, event, "the id " + event.eventId(), "the id " + leaf.eventId());
        else if (event.index() != null && event.index() != leaf.index())
            report(Kind.LABEL_DIFFERS, leaf, event, "the index " + leaf.index(), "the index " + event.index());
        leaves.drop(0);
        events.drop(0);
    }

    private void changed(BundleLeaf leaf, Found event) {
        String actual = event.problem() == null ? "the leaf " + event.hash() : "no event: " + event.problem();
        report(Kind.EVENT_CHANGED, leaf, event, "the leaf " + leaf.hash(), actual);
        leaves.drop(0);
        events.drop(0);
    }

    /** Two that do not belong together: is one of them needed later? */
    private void apart(BundleLeaf leaf, Found event) {
        int leafOfEvent =
                event.eventId() == null ? -1 : leaves.find(l -> l.eventId().equals(event.eventId()));
        int eventOfLeaf = events.find(e -> leaf.eventId().equals(e.eventId()));
        if (leafOfEvent > 0 && eventOfLeaf > 0) {
            report(Kind.EVENTS_SWAPPED, leaf, event, "the event " + leaf.eventId(), "the event " + event.eventId());
            leaves.drop(leafOfEvent);
            leaves.drop(0);
            events.drop(eventOfLeaf);
            events.drop(0);
        } else if (leafOfEvent > 0) {
            missing(Kind.EVENT_MISSING, idsAhead());
        } else if (eventOfLeaf > 0) {
            inserted(leaf, leafIdsAhead());
        } else if (bothGoOn()) {
            changed(leaf, event);
        } else {
            missing(Kind.EVENT_MISSING, idsAhead());
        }
    }

    private boolean bothGoOn() {
        BundleLeaf leaf = leaves.peek(1);
        Found event = events.peek(1);
        if (leaf == null || event == null) return leaf == null && event == null;
        return leaf.eventId().equals(event.eventId());
    }

    /** One finding for all leaves in a row of which no event is at hand. */
    private void missing(Kind kind, Set<UUID> atHand) {
        BundleLeaf first = leaves.required(0);
        long count = 0;
        for (BundleLeaf leaf = first; leaf != null && !atHand.contains(leaf.eventId()); leaf = leaves.peek(0)) {
            leaves.drop(0);
            count++;
        }
        found++;
        findings.accept(new Finding(
                kind, first.eventId(), first.index(), null, "the event " + first.eventId(), "no such event", count));
    }

    /** One finding for all events in a row that have no leaf. */
    private void inserted(@Nullable BundleLeaf before, Set<UUID> known) {
        Found first = events.required(0);
        long count = 0;
        for (Found event = first; event != null && isNew(event, known); event = events.peek(0)) {
            events.drop(0);
            count++;
        }
        found++;
        String expected = before == null ? "no more events" : "the event " + before.eventId();
        findings.accept(new Finding(
                Kind.EVENT_INSERTED,
                first.eventId(),
                before == null ? null : before.index(),
                first.position(),
                expected,
                "an event without a leaf",
                count));
    }

    private static boolean isNew(Found event, Set<UUID> known) {
        return event.eventId() == null || !known.contains(event.eventId());
    }

    private Set<UUID> idsAhead() {
        Set<UUID> ids = new HashSet<>();
        for (Found event : events.all()) if (event.eventId() != null) ids.add(event.eventId());
        return ids;
    }

    private Set<UUID> leafIdsAhead() {
        Set<UUID> ids = new HashSet<>();
        for (BundleLeaf leaf : leaves.all()) ids.add(leaf.eventId());
        return ids;
    }

    private void report(Kind kind, BundleLeaf leaf, Found event, String expected, String actual) {
        found++;
        UUID named = kind == Kind.LABEL_DIFFERS && event.eventId() != null ? event.eventId() : leaf.eventId();
        findings.accept(new Finding(kind, named, leaf.index(), event.position(), expected, actual, 1));
    }

    /** An iterator of which some lie on the table already. */
    private static final class Ahead<T> {
        private final Iterator<T> rest;
        private final int far;
        private final List<T> table = new ArrayList<>();
        private int first;

        Ahead(Iterator<T> rest, int far) {
            this.rest = rest;
            this.far = far;
        }

        @Nullable
        T peek(int ahead) {
            while (table.size() - first <= ahead && rest.hasNext()) table.add(rest.next());
            return first + ahead < table.size() ? table.get(first + ahead) : null;
        }

        T required(int ahead) {
            T value = peek(ahead);
            if (value == null) throw new IllegalStateException("nothing is left");
            return value;
        }

        /** How far ahead the first such one is, or -1. Afterwards as many as are looked at lie on the table. */
        int find(Predicate<T> wanted) {
            table.subList(0, first).clear();
            first = 0;
            peek(far);
            for (int i = first; i < table.size(); i++) if (wanted.test(table.get(i))) return i - first;
            return -1;
        }

        List<T> all() {
            peek(far);
            return table.subList(first, table.size());
        }

        void drop(int ahead) {
            required(ahead);
            if (ahead > 0) table.remove(first + ahead);
            else if (++first == table.size()) {
                table.clear();
                first = 0;
            }
        }
    }
}
