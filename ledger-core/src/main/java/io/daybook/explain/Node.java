package io.daybook.explain;

import io.daybook.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount with what it is made of.
 *
 * @param id of what it is: a payout, an entry, a timesheet, an entry of time; null where it has none
 * @param amount signed: what is below zero was taken away from what stands beside it
 * @param fact the row of the log it stands in; null where it is only a part of another, or its row is missing
 * @param worked how time became this amount; with time, and only there
 * @param children they sum to the amount; without any it is a leaf
 * @param beside what belongs to it and is no part of the sum
 * @param more where it goes on, when it was cut off here
 */
public record Node(
        Kind kind,
        @Nullable String id,
        Money amount,
        @Nullable Fact fact,
        @Nullable Worked worked,
        List<Node> children,
        List<Node> beside,
        @Nullable String more) {
    public Node {
        children = List.copyOf(children);
        beside = List.copyOf(beside);
    }

    /** What an amount is. */
    public enum Kind {
        /** A line of the journal. */
        LINE,
        PAYOUT,
        RESERVATION,
        /** The line of the approved list that a payout is. */
        APPROVED_LINE,
        /** What was taken for a payout that was carried out although it had been given up. */
        FOUND_LATE,
        /** What was taken of an account entry: the entry, less what of it is elsewhere. */
        PART,
        ENTRY,
        /** What an approval priced in one accounting month. */
        APPROVAL,
        /** What a correction of time changed in one accounting month. */
        CORRECTION,
        /** All time at one version of the rate. */
        RATE,
        TIME,
        /** A corrected entry of time at its new seconds, rounded by itself. */
        AFTER,
        /** The same at its former seconds, rounded by itself. */
        BEFORE,
        ADJUSTMENT,
        /** A payout that came back. */
        RETURNED,
        /** Used otherwise: netted, deducted, withheld, recovered, or taken back by a correction. */
        USED,
        IN_PAYOUT,
        PENDING,
        HELD,
        AVAILABLE,
        /** What the contractor came to owe. */
        OWED,
        /** A fact that is its own origin. */
        FACT,
        /** What became of an entry. */
        BECAME
    }

    static Node leaf(Kind kind, @Nullable String id, Money amount, @Nullable Fact fact) {
        return new Node(kind, id, amount, fact, null, List.of(), List.of(), null);
    }

    static Node of(Kind kind, @Nullable String id, Money amount, @Nullable Fact fact, List<Node> children) {
        return new Node(kind, id, amount, fact, null, children, List.of(), null);
    }

    Node with(Worked how) {
        return new Node(kind, id, amount, fact, how, children, beside, more);
    }

    Node beside(List<Node> others) {
        return new Node(kind, id, amount, fact, worked, children, others, more);
    }

    Node goesOn(String where) {
        return new Node(kind, id, amount, fact, worked, children, beside, where);
    }

    /** The same taken away instead of added, all the way down. */
    Node negated() {
        return new Node(
                kind,
                id,
                amount.negated(),
                fact,
                worked,
                children.stream().map(Node::negated).toList(),
                beside,
                more);
    }

    public boolean isLeaf() {
        return children.isEmpty();
    }
}
