package io.daybook.account;

import io.daybook.contractor.ContractorId;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads account entries and payouts. Balances are the journal's to tell. */
public interface AccountViews {
    /**
     * What each account could be paid now out of what was earned before {@code cutoff}: accounts with more than nothing, in
     * the order of ids, those after {@code after}; null begins.
     */
    List<Payable> payable(Currency currency, Instant cutoff, @Nullable AccountId after, int limit);

    Optional<AccountEntryView> entry(AccountEntryId id);

    /** Oldest first, those after {@code afterPosition}; 0 begins. */
    List<AccountEntryView> entries(ContractorId contractor, long afterPosition, int limit);

    /** Earnings whose review window ended at or before {@code at} and was not passed yet, longest ago first. */
    List<AccountEntryView> windowsPast(Instant at, int limit);

    /**
     * Adjustments in the order they were first heard of, those after {@code afterPosition}; 0 begins.
     *
     * @param posted only those that count, or only those that wait for a second person; null for both
     */
    default List<AdjustmentView> adjustments(
            @Nullable Boolean posted, @Nullable ContractorId contractor, long afterPosition, int limit) {
        Made all = new Made(posted, contractor, null, null);
        return adjustments(all, new Seen(Instant.EPOCH, afterPosition), limit);
    }

    /** Those after {@code after}, in the order they were first heard of; between dates, in that of their times. */
    List<AdjustmentView> adjustments(Made made, @Nullable Seen after, int limit);

    Optional<AdjustmentView> adjustment(AdjustmentId id);

    Optional<PayoutView> payout(PayoutId id);

    /** In the order of ids, those after {@code after}; null begins. */
    List<PayoutView> payouts(Filter filter, @Nullable PayoutId after, int limit);

    /** Payouts of these contractors that were reserved at {@code since} or later and not closed, in the order of ids. */
    List<PayoutView> reservedSince(Instant since, Collection<ContractorId> contractors);

    /** How many of a batch's payouts stand where. Statuses without any are left out. */
    Map<PayoutStatus, Long> counts(String batch);

    /** Whether a batch is not complete because of one of its payouts. */
    boolean anyWaits(String batch);

    long droppedCount(String batch);

    List<PayoutView.Dropped> dropped(String batch, @Nullable PayoutId after, int limit);

    /** The entries a payout pays, oldest first; also after it was closed. */
    List<PayoutView.Part> parts(PayoutId payout);

    /** The payouts that paid of an entry, oldest first; those closed since are left out. */
    List<PayoutId> paidBy(AccountEntryId entry);

    /** What of a provider's facts disagreed with the log since then, by payout, the latest first; at most so many. */
    List<PayoutView.Disagreement> disagreements(Instant since, int limit);

    /** The payouts of a rail of which a second object was seen since then, those behind {@code after}; null begins. */
    List<PayoutView> doubled(String rail, Instant since, @Nullable PayoutId after, int limit);

    /** What happened to a payout, in the order of the log. */
    List<PayoutView.Moment> timeline(PayoutId payout);

    /**
     * Which adjustments to look for; null is any.
     *
     * @param posted only those that count, or only those that wait for a second person
     * @param from when it was first heard of, at the earliest
     * @param to before when it was first heard of
     */
    record Made(
            @Nullable Boolean posted,
            @Nullable ContractorId contractor,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** The adjustment that was seen last. */
    record Seen(Instant at, long position) {}

    record Payable(AccountId account, Money amount) {}

    /**
     * What to look for; null is any.
     *
     * @param unresolved only those whose money may be on its way: {@link PayoutStatus#inFlight}
     * @param inSuspense only those of which something came back and is not available again
     * @param from when it was reserved, at the earliest
     * @param to before when it was reserved
     */
    record Filter(
            @Nullable String batch,
            @Nullable ContractorId contractor,
            @Nullable PayoutStatus status,
            @Nullable String rail,
            boolean unresolved,
            boolean inSuspense,
            @Nullable Instant from,
            @Nullable Instant to) {
        public static final Filter ALL = new Filter(null, null, null, null, false, false);

        public Filter(
                @Nullable String batch,
                @Nullable ContractorId contractor,
                @Nullable PayoutStatus status,
                @Nullable String rail,
                boolean unresolved,
                boolean inSuspense) {
            this(batch, contractor, status, rail, unresolved, inSuspense, null, null);
        }

        public static Filter ofBatch(String batch) {
            return new Filter(batch, null, null, null, false, false);
        }

        public static Filter ofStatus(PayoutStatus status) {
            return new Filter(null, null, status, null, false, false);
        }
    }
}
