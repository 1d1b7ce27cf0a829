package io.daybook.explain;

import io.daybook.account.AccountEdgeViews.Used;
import io.daybook.account.AccountEntryId;
import io.daybook.account.AccountEvent;
import io.daybook.account.EntryEvent.CorrectedDown;
import io.daybook.account.PayoutEvent;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutView;
import io.daybook.contractor.ContractorId;
import io.daybook.journal.JournalLine;
import io.daybook.journal.JournalViews.Entry;
import io.daybook.journal.JournalViews.Line;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Recorded;
import io.daybook.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Explains payouts, account entries and lines of the journal. */
public final class Explainer {
    /** The views may move on between two queries of one explanation: what is missing is looked for again. */
    private static final int TRIES = 3;

    private final Sources sources;

    public Explainer(Sources sources) {
        this.sources = sources;
    }

    /** @param id of a payout or an account entry, or {@code entry:line} of the journal; empty where there is no such thing */
    public Optional<Explanation> explain(String id) {
        Root root = Root.of(id).orElse(null);
        if (root == null) return Optional.empty();
        Optional<Explanation> answer = once(root);
        for (int again = 1; again < TRIES && answer.isPresent() && !answer.get().isComplete(); again++)
            answer = once(root);
        return answer;
    }

    private Optional<Explanation> once(Root root) {
        return new Answer(new Proof(Gathering.gather(sources, root))).of(root);
    }

    /** One answer in the making. */
    private static final class Answer {
        private final Proof proof;
        private final Evidence evidence;
        private final Trees trees;

        Answer(Proof proof) {
            this.proof = proof;
            this.evidence = proof.evidence();
            this.trees = new Trees(proof);
        }

        Optional<Explanation> of(Root root) {
            return switch (root) {
                case Root.OfPayout(PayoutId payout) -> payout(payout);
                case Root.OfEntry(AccountEntryId entry) -> entry(entry);
                case Root.OfLine(long position, int line) -> line(position, line);
            };
        }

        private Optional<Explanation> payout(PayoutId id) {
            Money amount = trees.payouts().amount(id);
            ContractorId whose = whose(id);
            if (amount == null || whose == null) return Optional.empty();
            return Optional.of(done(whose, null, trees.payouts().payout(id, amount, Set.of())));
        }

        private @Nullable ContractorId whose(PayoutId id) {
            PayoutView view = evidence.payouts.get(id);
            if (view != null) return view.contractor();
            return evidence.log.values().stream()
                    .map(Recorded::event)
                    .filter(event ->
                            event instanceof PayoutEvent e && e.payout().equals(id))
                    .map(event -> ((AccountEvent) event).account().contractor())
                    .findFirst()
                    .orElse(null);
        }

        private Optional<Explanation> entry(AccountEntryId id) {
            Used used = evidence.entries.get(id);
            if (used != null) {
                Node node = trees.entries().entry(used, Set.of());
                return Optional.of(done(
                        used.entry().account().contractor(),
                        null,
                        node.beside(List.of(trees.entries().became(used)))));
            }
            Recorded row = evidence.root == null ? null : evidence.log.get(evidence.root);
            if (row == null || !(row.event() instanceof AccountEvent event)) return Optional.empty();
            if (event instanceof CorrectedDown down && down.entry().equals(id))
                return Optional.of(done(down.account().contractor(), null, down(down, row.position())));
            proof.miss("entry " + id.value());
            Money amount = magnitude(Proof.postings(event).getFirst().amount());
            Node node = Node.leaf(Node.Kind.ENTRY, id.value(), amount, proof.fact(row.position()));
            return Optional.of(done(event.account().contractor(), null, node));
        }

        /** A correction down takes from other entries and makes none: beside it stands what it took. */
        private Node down(CorrectedDown e, long position) {
            List<Node> taken = new ArrayList<>(trees.payouts().parts(e, position, Set.of()));
            Money owed = e.taken().receivable();
            if (owed.isPositive()) taken.add(Node.leaf(Node.Kind.OWED, null, owed, proof.fact(position)));
            Money amount = e.amount().negated();
            List<Node> children = trees.entries().corrected(e.source(), amount);
            return proof.sum(Node.of(Node.Kind.ENTRY, e.entry().value(), amount, proof.fact(position), children))
                    .beside(taken);
        }

        private Optional<Explanation> line(long position, int number) {
            Recorded row = evidence.log.get(position);
            Entry booked = evidence.booked.get(position);
            List<JournalLine> due = row == null ? List.of() : Proof.postings(row.event());
            Line shown = booked == null
                    ? null
                    : booked.lines().stream()
                            .filter(line -> line.line() == number)
                            .findFirst()
                            .orElse(null);
            if (row == null || number < 1 || number > due.size())
                return Optional.ofNullable(shown).map(line -> unfounded(position, line));
            JournalLine line = due.get(number - 1);
            DomainEvent event = row.event();
            Money amount = magnitude(line.amount());
            List<Node> children = trees.lines().of(event, position, line.account(), amount);
            Node node = Node.of(Node.Kind.LINE, position + ":" + number, amount, proof.fact(position), children);
            ContractorId whose = event instanceof AccountEvent e ? e.account().contractor() : line.contractor();
            return Optional.of(done(
                    whose,
                    Explanation.Booking.of(line),
                    proof.sum(node).beside(trees.lines().beside(event, amount))));
        }

        /** The books have it, and the log does not. */
        private Explanation unfounded(long position, Line line) {
            proof.miss("log " + position);
            Node node = Node.leaf(Node.Kind.LINE, position + ":" + line.line(), magnitude(line.amount()), null);
            return done(line.contractor(), Explanation.Booking.of(line.account(), line.amount()), node);
        }

        private static Money magnitude(Money amount) {
            return amount.isNegative() ? amount.negated() : amount;
        }

        private Explanation done(@Nullable ContractorId whose, Explanation.@Nullable Booking booking, Node tree) {
            return new Explanation(whose, booking, tree, proof.missing());
        }
    }
}
