package io.daybook.payout;

import io.daybook.account.PayoutId;
import io.daybook.contractor.ContractorId;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads batches and their frozen lines. How far their payouts are is the accounts' to tell. */
public interface PayoutBatchViews {
    Optional<PayoutBatchView> byId(PayoutBatchId id);

    /** Newest first, those drafted before {@code before}; null begins. */
    List<PayoutBatchView> drafted(Drafted drafted, @Nullable Long before, int limit);

    default List<PayoutBatchView> page(@Nullable BatchStatus status, @Nullable Long before, int limit) {
        return drafted(new Drafted(status, null, null), before, limit);
    }

    /** Which batches to look for; null is any. @param from when it was drafted, at the earliest; @param to before that */
    record Drafted(
            @Nullable BatchStatus status,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** Released on this rail and not at their end, in the order of drafting. */
    List<PayoutBatchView> underWay(String rail);

    /** In the order of lines, those after {@code afterLine}; 0 begins. */
    List<BatchLine> lines(PayoutBatchId batch, int afterLine, int limit);

    Optional<BatchLine> line(PayoutId payout);

    /** The batch's lines that pay any of these contractors, in the order of lines. */
    List<BatchLine> linesTo(PayoutBatchId batch, Collection<ContractorId> contractors);

    /** What this batch comes to, alone and together with what was released at or after {@code dayBegan}. */
    Exposure exposure(PayoutBatchId batch, Instant dayBegan);

    /** Of these instructions' keys, those whose intent is in the log. */
    Set<String> intended(Collection<String> keys);

    /** Of these ids of a provider's objects, those that a person took in although no intent is in the log. */
    Set<String> takenIn(String rail, Collection<String> objects);

    /** Whether such an object belongs to a payout of this batch. */
    boolean hasTakenIn(PayoutBatchId batch);

    /** Those of them that nothing of ours explains, in the order of their ids. */
    List<KnownObject> strays(String rail, int limit);

    /** Longest open first. */
    List<OpenReversal> openReversals(String rail, int limit);

    /**
     * Payouts that are over and made a transfer, of contractors who have money on a connected account and no payout under
     * way; newest first.
     */
    List<PayoutId> mayHaveLeftOver(String rail, int limit);

    /** When an intent was recorded, by its key. */
    Optional<Instant> intendedAt(String key);

    /** When the newest intent on this rail was recorded. */
    Optional<Instant> newestIntent(String rail);

    /** A rail's batches at their end whose funding is still reserved, or settled with another amount than what has left by now. */
    List<ToSettle> toSettle(String rail, int limit);

    /**
     * Units: minor units of the batch's currency.
     *
     * @param line the greatest line
     * @param contractorDay the most that one contractor would be paid that day, in this currency
     * @param day all batches of that day in this currency
     */
    record Exposure(long line, long contractorDay, long batch, long day) {}

    /** @param spent what has left our balance at the provider for it @param position up to which that is known */
    record ToSettle(PayoutBatchId batch, String rail, Money spent, long position) {}
}
