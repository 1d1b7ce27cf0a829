package io.daybook.explain;

import io.daybook.account.AccountEdgeViews.Used;
import io.daybook.account.AccountEntryId;
import io.daybook.account.AccountEvent;
import io.daybook.account.EntryEvent.CorrectedDown;
import io.daybook.account.EntryEvent.DeductionPosted;
import io.daybook.account.EntryUse;
import io.daybook.account.EntryUse.Place;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress.PayoutClosed;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.account.PayoutReport.FoundIn;
import io.daybook.account.PayoutReport.PayoutFoundLate;
import io.daybook.account.PayoutReport.TransferDone;
import io.daybook.account.PayoutReport.TransferReversed;
import io.daybook.journal.LedgerAccount;
import io.daybook.kernel.DomainEvent;
import io.daybook.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What made a line of the journal: the fact that posted it, and what that fact is made of. */
final class LineTrees {
    private final Proof proof;
    private final Trees trees;

    LineTrees(Proof proof, Trees trees) {
        this.proof = proof;
        this.trees = trees;
    }

    /** Children that come to {@code amount}; none where the fact is its own origin. @param amount zero or more */
    List<Node> of(DomainEvent event, long position, LedgerAccount account, Money amount) {
        if (!(event instanceof AccountEvent fact)) return List.of();
        return switch (fact) {
            case CorrectedDown e -> down(e, position, account);
            case PayoutReserved e -> List.of(trees.payouts().reservation(e, position, Set.of(e.payout())));
            case PayoutFoundLate e when e.from() == FoundIn.AVAILABLE -> late(e, position, account);
            default -> {
                Touched touched = Touched.by(fact);
                if (touched.entry() != null) yield List.of(entry(touched.entry(), amount));
                if (touched.payout() != null && !standsBeside(fact))
                    yield List.of(trees.payouts().payout(touched.payout(), amount, Set.of()));
                yield EntryUse.of(fact).stream()
                        .map(use -> trees.entries().part(use, position, Set.of()))
                        .toList();
            }
        };
    }

    /** What belongs to the fact beside the sum: the payout it is about, or why it was done. */
    List<Node> beside(DomainEvent event, Money amount) {
        if (event instanceof DeductionPosted e) return List.of(trees.entries().adjustment(e.adjustment(), e.amount()));
        if (!(event instanceof AccountEvent fact) || !standsBeside(fact)) return List.of();
        PayoutId payout = Touched.by(fact).payout();
        return payout == null ? List.of() : List.of(trees.payouts().payout(payout, amount, Set.of()));
    }

    /** What is sent to a connected account or taken back may be less than a payout, and a closing gives parts back. */
    private static boolean standsBeside(AccountEvent event) {
        return event instanceof TransferDone || event instanceof TransferReversed || event instanceof PayoutClosed;
    }

    private Node entry(AccountEntryId id, Money amount) {
        Used used = proof.evidence().entries.get(id);
        if (used != null) return trees.entries().entry(used, Set.of());
        proof.miss("entry " + id.value());
        return Node.leaf(Node.Kind.ENTRY, id.value(), amount, null);
    }

    /** The expense is the correction; a payable is what was taken of it; what was not covered is owed. */
    private List<Node> down(CorrectedDown e, long position, LedgerAccount account) {
        return switch (account) {
            case PENDING -> taken(e, position, Place.PENDING);
            case AVAILABLE -> taken(e, position, Place.AVAILABLE);
            case HELD -> taken(e, position, Place.HELD);
            case CLAWBACK -> {
                List<Node> nodes = new ArrayList<>(correction(e));
                for (EntryUse use : EntryUse.of(e))
                    nodes.add(Node.leaf(
                            Node.Kind.USED, use.entry().value(), use.amount().negated(), proof.fact(position)));
                yield nodes;
            }
            default -> correction(e);
        };
    }

    private List<Node> correction(CorrectedDown e) {
        return trees.entries().corrected(e.source(), e.amount().negated()).stream()
                .map(Node::negated)
                .toList();
    }

    List<Node> taken(AccountEvent e, long position, Place from) {
        return EntryUse.of(e).stream()
                .filter(use -> use.from() == from)
                .map(use -> trees.entries().part(use, position, Set.of()))
                .toList();
    }

    private List<Node> late(PayoutFoundLate e, long position, LedgerAccount account) {
        Node whole = trees.payouts().late(e, position, Set.of(e.payout()));
        return switch (account) {
            case AVAILABLE -> taken(e, position, Place.AVAILABLE);
            case CLAWBACK -> List.of(Node.leaf(Node.Kind.OWED, null, e.taken().receivable(), proof.fact(position)));
            default -> List.of(whole);
        };
    }
}
