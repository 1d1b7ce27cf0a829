package io.daybook.explain;

import io.daybook.contractor.ContractorId;
import io.daybook.journal.JournalLine;
import io.daybook.journal.LedgerAccount;
import io.daybook.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What made an amount.
 *
 * @param contractor whose money it is; null for the operator's own
 * @param booking on which side of which account a line of the journal stands; null for what is none
 * @param missing what could not be found or does not agree, each in a few words; empty when every sum is proven
 */
public record Explanation(
        @Nullable ContractorId contractor, @Nullable Booking booking, Node tree, List<String> missing) {
    public Explanation {
        missing = List.copyOf(missing);
    }

    public boolean isComplete() {
        return missing.isEmpty();
    }

    /** How many amounts it begins with, and their sum. */
    public Leaves leaves() {
        return leaves(tree);
    }

    private static Leaves leaves(Node node) {
        if (node.isLeaf()) return new Leaves(1, node.amount());
        Leaves all = new Leaves(0, Money.zero(node.amount().currency()));
        for (Node child : node.children()) all = all.plus(leaves(child));
        return all;
    }

    /** @param sum signed */
    public record Leaves(long count, Money sum) {
        Leaves plus(Leaves other) {
            return new Leaves(count + other.count, sum.plus(other.sum));
        }
    }

    public record Booking(LedgerAccount account, LedgerAccount.Side side) {
        static Booking of(JournalLine line) {
            return of(line.account(), line.amount());
        }

        static Booking of(LedgerAccount account, Money amount) {
            return new Booking(account, amount.isNegative() ? LedgerAccount.Side.CREDIT : LedgerAccount.Side.DEBIT);
        }
    }
}
