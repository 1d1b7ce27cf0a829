package io.daybook.account;

import io.daybook.money.Money;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads what joins account entries, payouts and adjustments to the facts that made them, row by row: for explanations. */
public interface AccountEdgeViews {
    /** Those of these entries that exist, each with all that moved within it, from one moment of the views. */
    List<Used> entries(Collection<AccountEntryId> ids);

    List<PayoutView> payouts(Collection<PayoutId> ids);

    /** What these payouts took of entries, given back since or not. */
    List<Part> parts(Collection<PayoutId> ids);

    /** Where the log has what happened to these payouts, in its order. */
    List<Moment> moments(Collection<PayoutId> ids);

    /** Where the log has the making of these adjustments; those that wait are left out. */
    Map<AdjustmentId, Long> made(Collection<AdjustmentId> ids);

    /** @param moves in the order of the log */
    record Used(AccountEntryView entry, List<Move> moves) {
        public Used {
            moves = List.copyOf(moves);
        }
    }

    record Move(long position, EntryUse use) {}

    /** @param late taken when the payout was found late, not when it was reserved */
    record Part(PayoutId payout, AccountEntryId entry, boolean late, Money amount) {}

    /** @param what the event's name */
    record Moment(PayoutId payout, long position, String what) {}
}
