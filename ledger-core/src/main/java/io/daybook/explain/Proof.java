package io.daybook.explain;

import io.daybook.account.AccountEvent;
import io.daybook.journal.JournalEntry;
import io.daybook.journal.JournalLine;
import io.daybook.journal.JournalViews.Entry;
import io.daybook.journal.JournalViews.Line;
import io.daybook.journal.Postings;
import io.daybook.journal.Posts;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Recorded;
import io.daybook.money.Money;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Holds each number of a tree against what it is made of and against the row of the log it comes from; notes what fails. */
final class Proof {
    private final Evidence evidence;
    private final Set<String> missing = new LinkedHashSet<>();

    Proof(Evidence evidence) {
        this.evidence = evidence;
    }

    Evidence evidence() {
        return evidence;
    }

    List<String> missing() {
        return List.copyOf(missing);
    }

    void miss(String what) {
        missing.add(what);
    }

    void expect(boolean holds, String what) {
        if (!holds) miss(what);
    }

    /** The node, its children summed. */
    Node sum(Node node) {
        if (node.isLeaf()) return node;
        Money sum = Money.zero(node.amount().currency());
        for (Node child : node.children()) sum = sum.plus(child.amount());
        expect(
                sum.equals(node.amount()),
                node.kind() + " " + node.id() + " comes to " + sum.minor() + ", not "
                        + node.amount().minor());
        return node;
    }

    /** The fact at that position if it is one of this kind. */
    <E extends DomainEvent> Optional<E> event(long position, Class<E> type) {
        Recorded row = evidence.log.get(position);
        if (row != null && type.isInstance(row.event())) return Optional.of(type.cast(row.event()));
        miss("log " + position + " (" + type.getSimpleName() + ")");
        return Optional.empty();
    }

    /** The row as it stands in the tree, its entry in the books held against what it must post. Only for rows that exist. */
    Fact fact(long position) {
        Recorded row = Objects.requireNonNull(evidence.log.get(position));
        Entry booked = evidence.booked.get(position);
        List<JournalLine> due = postings(row.event());
        boolean agrees = due.isEmpty() ? booked == null : booked != null && tells(booked, row, due);
        expect(agrees, "journal entry " + position);
        return Fact.of(row, booked == null ? null : booked.effectiveAt());
    }

    /** A row that posts nothing. */
    static Fact unbooked(Recorded row) {
        return Fact.of(row, null);
    }

    static List<JournalLine> postings(DomainEvent event) {
        return switch (event) {
            case AccountEvent e -> Postings.of(e).map(JournalEntry::lines).orElse(List.of());
            case Posts e -> e.journal().map(JournalEntry::lines).orElse(List.of());
            default -> List.of();
        };
    }

    private static boolean tells(Entry booked, Recorded row, List<JournalLine> due) {
        if (!booked.eventId().equals(row.eventId())
                || !booked.stream().equals(row.stream())
                || booked.lines().size() != due.size()) return false;
        for (int i = 0; i < due.size(); i++) if (!same(booked.lines().get(i), due.get(i), i + 1)) return false;
        return true;
    }

    private static boolean same(Line line, JournalLine due, int number) {
        return line.line() == number
                && line.account() == due.account()
                && Objects.equals(line.contractor(), due.contractor())
                && Objects.equals(line.rail(), due.rail())
                && Objects.equals(line.project(), due.project())
                && line.amount().equals(due.amount());
    }
}
