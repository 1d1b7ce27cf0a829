package io.daybook.explain;

import io.daybook.account.AccountEdgeViews.Move;
import io.daybook.account.AccountEdgeViews.Used;
import io.daybook.account.AccountEntryId;
import io.daybook.account.AccountEntryView;
import io.daybook.account.AccountEvent;
import io.daybook.account.AdjustmentId;
import io.daybook.account.EntryEvent.AdjustmentMade;
import io.daybook.account.EntryEvent.AdvanceGranted;
import io.daybook.account.EntryEvent.CorrectedUp;
import io.daybook.account.EntryEvent.CorrectionSource;
import io.daybook.account.EntryEvent.CreditPosted;
import io.daybook.account.EntryEvent.EarningsPosted;
import io.daybook.account.EntryUse;
import io.daybook.account.EntryUse.Place;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress.SuspenseCleared;
import io.daybook.kernel.DomainEvent;
import io.daybook.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What made an account entry, what became of it, and what a part of it is. */
final class EntryTrees {
    private final Proof proof;
    private final Trees trees;
    private final Set<AccountEntryId> checked = new HashSet<>();

    EntryTrees(Proof proof, Trees trees) {
        this.proof = proof;
        this.trees = trees;
    }

    /** What one fact took of one entry: the entry, less what of it lay elsewhere when that was done. */
    Node part(EntryUse use, long position, Set<PayoutId> above) {
        String id = use.entry().value();
        Used used = proof.evidence().entries.get(use.entry());
        if (used == null) {
            proof.miss("entry " + id);
            return Node.leaf(Node.Kind.PART, id, use.amount(), null);
        }
        boolean known = used.moves().stream()
                .anyMatch(move -> move.position() == position
                        && move.use().from() == use.from()
                        && move.use().to() == use.to());
        proof.expect(known, "what log " + position + " moved of " + id);
        Places places = new Places(proof.evidence(), used, position);
        places.add(places.where(use.to(), position), use.amount().negated());
        List<Node> children = new ArrayList<>();
        children.add(entry(used, above));
        for (Node elsewhere : nodes(places)) children.add(elsewhere.negated());
        return proof.sum(Node.of(Node.Kind.PART, id, use.amount(), null, children));
    }

    /** What became of it up to now; it comes to all of it. */
    Node became(Used used) {
        AccountEntryView entry = used.entry();
        List<Node> children = nodes(new Places(proof.evidence(), used, Long.MAX_VALUE));
        return proof.sum(Node.of(Node.Kind.BECAME, entry.id().value(), entry.amount(), null, children));
    }

    private List<Node> nodes(Places places) {
        proof.expect(!places.anyNegative(), "more was taken than was there");
        List<Node> nodes = new ArrayList<>();
        places.amounts().forEach((where, amount) -> nodes.add(node(where, amount)));
        return nodes;
    }

    private Node node(Places.Where where, Money amount) {
        return switch (where.place()) {
            case PENDING -> Node.leaf(Node.Kind.PENDING, null, amount, null);
            case AVAILABLE -> Node.leaf(Node.Kind.AVAILABLE, null, amount, null);
            case HELD -> Node.leaf(Node.Kind.HELD, null, amount, null);
            case IN_PAYOUTS ->
                Node.leaf(
                        Node.Kind.IN_PAYOUT,
                        where.payout() == null ? null : where.payout().value(),
                        amount,
                        null);
            case USED ->
                Node.leaf(
                        Node.Kind.USED,
                        null,
                        amount,
                        proof.evidence().log.containsKey(where.position()) ? proof.fact(where.position()) : null);
        };
    }

    Node entry(Used used, Set<PayoutId> above) {
        AccountEntryView entry = used.entry();
        if (checked.add(entry.id())) checkMoves(used);
        String id = entry.id().value();
        List<Node> origin = proof.event(entry.position(), AccountEvent.class)
                .map(event -> origin(entry, event, above))
                .orElse(List.of());
        Fact fact = proof.evidence().log.containsKey(entry.position()) ? proof.fact(entry.position()) : null;
        return proof.sum(Node.of(Node.Kind.ENTRY, id, entry.amount(), fact, origin));
    }

    private List<Node> origin(AccountEntryView entry, AccountEvent event, Set<PayoutId> above) {
        return switch (event) {
            case EarningsPosted e -> {
                same(entry, e.entry(), e.amount(), e.seconds());
                proof.expect(
                        e.timesheet().equals(entry.timesheet()),
                        "timesheet of " + entry.id().value());
                yield trees.time().approval(e);
            }
            case CorrectedUp e -> {
                same(entry, e.entry(), e.amount(), e.source().seconds());
                proof.expect(
                        Objects.equals(e.corrects(), entry.corrects()),
                        "what " + entry.id().value() + " corrects");
                yield corrected(e.source(), e.amount());
            }
            case CreditPosted e -> {
                same(entry, e.entry(), e.amount(), 0);
                yield List.of(adjustment(e.adjustment(), e.amount()));
            }
            case AdvanceGranted e -> {
                same(entry, e.entry(), e.amount(), 0);
                yield List.of();
            }
            case SuspenseCleared e -> {
                same(entry, e.entry(), e.amount(), 0);
                yield List.of(trees.payouts().returned(e, above));
            }
            default -> {
                proof.miss("log " + entry.position() + " credits no entry");
                yield List.of();
            }
        };
    }

    private void same(AccountEntryView entry, AccountEntryId id, Money amount, long seconds) {
        proof.expect(
                entry.id().equals(id) && entry.amount().equals(amount) && entry.seconds() == seconds,
                "entry " + entry.id().value() + " as log " + entry.position() + " has it");
    }

    /** By a correction of time or by an adjustment. @param difference signed */
    List<Node> corrected(CorrectionSource source, Money difference) {
        AdjustmentId adjustment = source.adjustment();
        if (adjustment == null) return trees.time().correction(source, difference);
        Node made = adjustment(adjustment, difference.isNegative() ? difference.negated() : difference);
        return List.of(difference.isNegative() ? made.negated() : made);
    }

    Node adjustment(AdjustmentId id, Money amount) {
        Long position = proof.evidence().adjustments.get(id);
        if (position == null) {
            proof.miss("adjustment " + id.value());
            return Node.leaf(Node.Kind.ADJUSTMENT, id.value(), amount, null);
        }
        AdjustmentMade made = proof.event(position, AdjustmentMade.class).orElse(null);
        if (made == null) return Node.leaf(Node.Kind.ADJUSTMENT, id.value(), amount, null);
        proof.expect(
                made.adjustment().id().equals(id) && made.adjustment().amount().equals(amount),
                "adjustment " + id.value() + " as log " + position + " has it");
        return Node.leaf(Node.Kind.ADJUSTMENT, id.value(), amount, proof.fact(position));
    }

    /** Every move is a fact's, and together they leave of the entry what the views say is left of it. */
    private void checkMoves(Used used) {
        AccountEntryView entry = used.entry();
        String id = entry.id().value();
        for (Move move : used.moves()) {
            DomainEvent event = proof.event(move.position(), AccountEvent.class).orElse(null);
            if (event == null) continue;
            proof.expect(
                    moved((AccountEvent) event, move.use()).equals(move.use().amount()),
                    "what log " + move.position() + " moved of " + id);
            proof.fact(move.position());
        }
        Places now = new Places(proof.evidence(), used, Long.MAX_VALUE);
        proof.expect(
                now.in(Place.PENDING).equals(entry.pending())
                        && now.in(Place.AVAILABLE).equals(entry.available())
                        && now.in(Place.HELD).equals(entry.held())
                        && now.in(Place.IN_PAYOUTS).equals(entry.inPayouts())
                        && now.in(Place.USED).equals(entry.used()),
                "what became of " + id);
    }

    private static Money moved(AccountEvent event, EntryUse like) {
        Money sum = Money.zero(like.amount().currency());
        for (EntryUse use : EntryUse.of(event))
            if (use.entry().equals(like.entry()) && use.from() == like.from() && use.to() == like.to())
                sum = sum.plus(use.amount());
        return sum;
    }
}
