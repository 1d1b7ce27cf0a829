package io.daybook.explain;

import io.daybook.account.AccountEdgeViews.Moment;
import io.daybook.account.AccountEdgeViews.Part;
import io.daybook.account.AccountEntryId;
import io.daybook.account.AccountEvent;
import io.daybook.account.EntryUse;
import io.daybook.account.PayoutEvent;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.account.PayoutProgress.SuspenseCleared;
import io.daybook.account.PayoutReport.FoundIn;
import io.daybook.account.PayoutReport.PayoutFailedAfterPaid;
import io.daybook.account.PayoutReport.PayoutFoundLate;
import io.daybook.account.PayoutReport.PayoutReturned;
import io.daybook.account.PayoutView;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Recorded;
import io.daybook.money.Money;
import io.daybook.payout.BatchLine;
import io.daybook.payout.PayoutBatchEvent.BatchApproved;
import io.daybook.payout.PayoutBatchEvent.BatchFrozen;
import io.daybook.payout.PayoutBatchEvent.BatchReleased;
import io.daybook.payout.PayoutBatchId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a payout pays, from the list that was approved down to the entries it took. */
final class PayoutTrees {
    private final Proof proof;
    private final Trees trees;

    PayoutTrees(Proof proof, Trees trees) {
        this.proof = proof;
        this.trees = trees;
    }

    /** What came back, made of the payout it came back from. */
    Node returned(SuspenseCleared cleared, Set<PayoutId> above) {
        PayoutId id = cleared.payout();
        Node payout = payout(id, cleared.amount(), above);
        if (payout.more() != null) return payout;
        for (Recorded row : rows(id))
            if (isReturn(row.event(), cleared))
                return proof.sum(Node.of(
                        Node.Kind.RETURNED, id.value(), cleared.amount(), proof.fact(row.position()), List.of(payout)));
        proof.miss("return of " + id.value());
        return payout;
    }

    private static boolean isReturn(DomainEvent event, SuspenseCleared cleared) {
        return event instanceof PayoutReturned returned
                        && returned.object().equals(cleared.object())
                        && returned.amount().equals(cleared.amount())
                || event instanceof PayoutFailedAfterPaid failed
                        && failed.object().equals(cleared.object())
                        && failed.amount().equals(cleared.amount());
    }

    /** @param known what is said of its amount elsewhere @param above the payouts it is a part of */
    Node payout(PayoutId id, Money known, Set<PayoutId> above) {
        if (above.contains(id) || !proof.evidence().asked.contains(id))
            return Node.leaf(Node.Kind.PAYOUT, id.value(), known, null).goesOn(id.value());
        PayoutView view = proof.evidence().payouts.get(id);
        if (view == null) proof.miss("payout " + id.value());
        Money amount = view == null ? known : view.amount();
        Set<PayoutId> below = new HashSet<>(above);
        below.add(id);
        Node main = null;
        List<Node> beside = new ArrayList<>();
        for (Recorded row : rows(id)) {
            Node node = node(row, below);
            if (isOrigin(row.event())) {
                if (main != null) beside.add(main);
                main = node;
            } else beside.add(node);
        }
        if (main == null) proof.miss("reservation of " + id.value());
        checkParts(id);
        checkBooks(id);
        List<Node> children = main == null ? List.of() : List.of(main);
        return proof.sum(Node.of(Node.Kind.PAYOUT, id.value(), amount, null, children))
                .beside(beside);
    }

    /** What pays for it: the reservation, or what was taken for it when it was found late after that had been given back. */
    private static boolean isOrigin(DomainEvent event) {
        return event instanceof PayoutReserved
                || event instanceof PayoutFoundLate late && late.from() == FoundIn.AVAILABLE && !late.duplicate();
    }

    private Node node(Recorded row, Set<PayoutId> below) {
        return switch (row.event()) {
            case PayoutReserved e -> reservation(e, row.position(), below);
            case PayoutFoundLate e when e.from() == FoundIn.AVAILABLE -> late(e, row.position(), below);
            default -> {
                Money moved = Proof.postings(row.event()).getFirst().amount();
                yield Node.leaf(
                        Node.Kind.FACT, null, moved.isNegative() ? moved.negated() : moved, proof.fact(row.position()));
            }
        };
    }

    Node reservation(PayoutReserved e, long position, Set<PayoutId> below) {
        Node node = Node.of(
                Node.Kind.RESERVATION, e.payout().value(), e.amount(), proof.fact(position), parts(e, position, below));
        return proof.sum(node).beside(List.of(approved(e)));
    }

    Node late(PayoutFoundLate e, long position, Set<PayoutId> below) {
        List<Node> children = new ArrayList<>(parts(e, position, below));
        Money owed = e.taken().receivable();
        if (owed.isPositive()) children.add(Node.leaf(Node.Kind.OWED, null, owed, proof.fact(position)));
        return proof.sum(Node.of(Node.Kind.FOUND_LATE, e.payout().value(), e.amount(), proof.fact(position), children));
    }

    List<Node> parts(AccountEvent event, long position, Set<PayoutId> below) {
        return EntryUse.of(event).stream()
                .map(use -> trees.entries().part(use, position, below))
                .toList();
    }

    /** The line that a second person approved, and who did: the facts of its batch stand beside it. */
    private Node approved(PayoutReserved e) {
        PayoutBatchId batch = PayoutBatchId.of(e.payout());
        BatchLine line = proof.evidence().lines.get(e.payout());
        proof.expect(
                line != null
                        && line.account().equals(e.account())
                        && line.amount().equals(e.amount())
                        && line.destination().equals(e.destination()),
                "line " + e.payout().line() + " of " + batch.value());
        List<Node> facts = new ArrayList<>();
        Set<Class<?>> seen = new HashSet<>();
        for (Recorded row : trees.sheets().batch(batch)) {
            seen.add(row.event().getClass());
            facts.add(Node.leaf(Node.Kind.FACT, null, e.amount(), Proof.unbooked(row)));
        }
        for (Class<?> due : List.of(BatchFrozen.class, BatchApproved.class, BatchReleased.class))
            proof.expect(seen.contains(due), due.getSimpleName() + " of " + batch.value());
        return Node.leaf(
                        Node.Kind.APPROVED_LINE,
                        batch.value() + ":" + e.payout().line(),
                        e.amount(),
                        null)
                .beside(facts);
    }

    /** Of what happened to it, whatever moves money, in the order of the log. */
    private List<Recorded> rows(PayoutId id) {
        List<Recorded> rows = new ArrayList<>();
        for (Moment moment : proof.evidence().moments.getOrDefault(id, List.of())) {
            if (!PayoutFacts.tellsOfMoney(moment.what())) continue;
            DomainEvent event =
                    proof.event(moment.position(), PayoutEvent.class).orElse(null);
            Recorded row = proof.evidence().log.get(moment.position());
            if (event == null || row == null) continue;
            proof.expect(
                    event.getClass().getSimpleName().equals(moment.what()), "what log " + moment.position() + " tells");
            if (!Proof.postings(event).isEmpty()) rows.add(row);
        }
        return rows;
    }

    /** What the views say it took is what the facts say. */
    private void checkParts(PayoutId id) {
        Map<Taking, Money> told = new HashMap<>();
        for (Recorded row : rows(id)) {
            boolean late = row.event() instanceof PayoutFoundLate;
            if (!late && !(row.event() instanceof PayoutReserved)) continue;
            for (EntryUse use : EntryUse.of((AccountEvent) row.event()))
                told.merge(new Taking(use.entry(), late), use.amount(), Money::plus);
        }
        Map<Taking, Money> shown = new HashMap<>();
        for (Part part : proof.evidence().parts.getOrDefault(id, List.of()))
            shown.put(new Taking(part.entry(), part.late()), part.amount());
        proof.expect(shown.equals(told), "parts of " + id.value());
    }

    private record Taking(AccountEntryId entry, boolean late) {}

    /** The books tell of it exactly what happened to it. */
    private void checkBooks(PayoutId id) {
        Set<Long> happened = new HashSet<>();
        for (Recorded row : rows(id)) happened.add(row.position());
        proof.expect(
                proof.evidence().bookedOf.getOrDefault(id, Set.of()).equals(happened),
                "journal entries or timeline of " + id.value());
    }

    /** What is said of its amount by the first fact that names one. */
    @Nullable
    Money amount(PayoutId id) {
        PayoutView view = proof.evidence().payouts.get(id);
        if (view != null) return view.amount();
        for (Recorded row : rows(id)) if (row.event() instanceof PayoutReserved e) return e.amount();
        return null;
    }
}
