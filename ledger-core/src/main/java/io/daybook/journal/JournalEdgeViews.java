package io.daybook.journal;

import io.daybook.account.AccountEntryId;
import io.daybook.account.PayoutId;
import io.daybook.journal.JournalViews.Entry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what joins the books to the facts they tell of: for explanations. */
public interface JournalEdgeViews {
    /** Those of these entries that exist, in the order of the log. */
    List<Entry> at(Collection<Long> positions);

    /** The entries that are about each of these payouts. */
    Map<PayoutId, Set<Long>> ofPayouts(Collection<PayoutId> ids);

    /** The first entry about it: the one that credited it, or corrected down under this id. */
    Optional<Long> about(AccountEntryId id);
}
