package io.daybook.account;

import io.daybook.account.AccountRows.Credit;
import io.daybook.account.AccountRows.Move;
import io.daybook.account.AccountRows.Shift;
import io.daybook.account.PayoutProgress.PayoutDropped;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Decider;
import io.daybook.kernel.Policy;
import io.daybook.kernel.Recorded;
import io.daybook.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The accounts' rows as the projection folds them, kept in maps. What only people's screens read is not answered. */
public final class AccountsInMemory implements AccountViews {
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<String, PayoutView> payouts = new TreeMap<>();
    private final Map<String, PayoutView.Dropped> dropped = new TreeMap<>();
    private final Map<String, Instant> doubled = new TreeMap<>();

    private record Entry(AccountId account, Instant earnedAt, boolean pending, long available) {
        Entry plus(long more) {
            return new Entry(account, earnedAt, pending, available + more);
        }
    }

    public static Decider<AccountCommand, ?, AccountEvent> rules() {
        return AccountDecider.DECIDER;
    }

    /** Without a review window. */
    public static List<Policy> policies() {
        return AccountModule.feature(Duration.ZERO).policies();
    }

    public void apply(List<Recorded> facts) {
        AccountRows rows = new AccountProjection().fold(facts);
        for (Credit credit : rows.credits) {
            boolean pending = credit.pendingUntil() != null;
            entries.put(
                    credit.entry().value(),
                    new Entry(credit.account(), credit.earnedAt(), pending, pending ? 0 : credit.amountMinor()));
        }
        for (AccountRows.Moment moment : rows.moments)
            if ("DUPLICATE".equals(moment.detail())) doubled.put(moment.payout().value(), moment.occurredAt());
        for (Map.Entry<AccountEntryId, Shift> shift : rows.shifts.entrySet())
            entries.computeIfPresent(
                    shift.getKey().value(),
                    (id, entry) -> entry.plus(shift.getValue().available()));
        for (PayoutReserved e : rows.reserved) payouts.put(e.payout().value(), reserved(e));
        for (PayoutDropped e : rows.dropped) dropped.put(e.payout().value(), dropped(e));
        rows.moves.forEach(
                (payout, move) -> payouts.computeIfPresent(payout.value(), (id, before) -> moved(before, move)));
    }

    private static PayoutView reserved(PayoutReserved e) {
        return new PayoutView(
                e.payout(),
                e.account(),
                e.batch(),
                e.amount(),
                PayoutStatus.RESERVED,
                1,
                e.route(),
                e.destination(),
                e.occurredAt(),
                e.occurredAt(),
                null,
                null,
                null,
                null,
                null,
                Money.zero(e.amount().currency()));
    }

    private static PayoutView.Dropped dropped(PayoutDropped e) {
        return new PayoutView.Dropped(
                e.payout(),
                e.account(),
                e.batch(),
                e.amount(),
                e.reason(),
                e.blocking().stream().map(Enum::name).toList());
    }

    private static PayoutView moved(PayoutView p, Move move) {
        boolean stays = move.status() == null || move.status() == p.status();
        return new PayoutView(
                p.id(),
                p.account(),
                p.batch(),
                p.amount(),
                or(move.status(), p.status()),
                or(move.attempt(), p.attempt()),
                p.route(),
                p.destination(),
                p.reservedAt(),
                stays ? p.since() : or(move.since(), p.since()),
                move.intent() == null ? p.intent() : move.intent(),
                move.transfer() == null ? p.transfer() : move.transfer(),
                move.object() == null ? p.object() : move.object(),
                move.trace() == null ? p.trace() : move.trace(),
                move.failure() == null ? p.failure() : move.failure(),
                new Money(
                        p.inSuspense().minor() + move.suspense(), p.inSuspense().currency()));
    }

    private static <T> T or(@Nullable T later, T before) {
        return later == null ? before : later;
    }

    @Override
    public List<Payable> payable(Currency currency, Instant cutoff, @Nullable AccountId after, int limit) {
        Map<String, Long> sums = new TreeMap<>();
        for (Entry entry : entries.values())
            if (entry.available() > 0 && entry.earnedAt().isBefore(cutoff))
                sums.merge(entry.account().value(), entry.available(), Long::sum);
        return sums.entrySet().stream()
                .filter(sum -> after == null || sum.getKey().compareTo(after.value()) > 0)
                .limit(limit)
                .map(sum -> new Payable(new AccountId(sum.getKey()), new Money(sum.getValue(), currency)))
                .toList();
    }

    @Override
    public Optional<PayoutView> payout(PayoutId id) {
        return Optional.ofNullable(payouts.get(id.value()));
    }

    @Override
    public List<PayoutView> payouts(Filter filter, @Nullable PayoutId after, int limit) {
        List<PayoutView> found = new ArrayList<>();
        for (PayoutView payout : payouts.values()) {
            if (found.size() == limit) break;
            if (after != null && payout.id().value().compareTo(after.value()) <= 0) continue;
            if (fits(filter, payout)) found.add(payout);
        }
        return found;
    }

    @Override
    public List<PayoutView> reservedSince(Instant since, Collection<ContractorId> contractors) {
        return payouts.values().stream()
                .filter(payout -> contractors.contains(payout.contractor()))
                .filter(payout -> !payout.reservedAt().isBefore(since) && payout.status() != PayoutStatus.CLOSED)
                .toList();
    }

    private static boolean fits(Filter filter, PayoutView p) {
        return (filter.status() == null || filter.status() == p.status())
                && (filter.batch() == null || filter.batch().equals(p.batch()))
                && (filter.contractor() == null || filter.contractor().equals(p.contractor()))
                && (filter.rail() == null || filter.rail().equals(p.route().rail()))
                && (!filter.unresolved() || p.status().inFlight())
                && (!filter.inSuspense() || p.inSuspense().isPositive());
    }

    @Override
    public Map<PayoutStatus, Long> counts(String batch) {
        Map<PayoutStatus, Long> counts = new EnumMap<>(PayoutStatus.class);
        for (PayoutView payout : payouts.values())
            if (payout.batch().equals(batch)) counts.merge(payout.status(), 1L, Long::sum);
        return counts;
    }

    @Override
    public boolean anyWaits(String batch) {
        return counts(batch).keySet().stream().anyMatch(PayoutStatus::waits);
    }

    @Override
    public long droppedCount(String batch) {
        return dropped(batch, null, Integer.MAX_VALUE).size();
    }

    @Override
    public List<PayoutView.Dropped> dropped(String batch, @Nullable PayoutId after, int limit) {
        return dropped.values().stream()
                .filter(line -> line.batch().equals(batch))
                .filter(line -> after == null || line.id().value().compareTo(after.value()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<AccountEntryView> entry(AccountEntryId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<AccountEntryView> entries(ContractorId contractor, long afterPosition, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<AccountEntryView> windowsPast(Instant at, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<AdjustmentView> adjustments(Made made, @Nullable Seen after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<AdjustmentView> adjustment(AdjustmentId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PayoutView.Part> parts(PayoutId payout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PayoutId> paidBy(AccountEntryId entry) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PayoutView.Disagreement> disagreements(Instant since, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PayoutView> doubled(String rail, Instant since, @Nullable PayoutId after, int limit) {
        return doubled.entrySet().stream()
                .filter(seen -> !seen.getValue().isBefore(since))
                .map(seen -> payouts.get(seen.getKey()))
                .filter(payout -> payout != null && payout.route().rail().equals(rail))
                .filter(payout -> after == null || payout.id().value().compareTo(after.value()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<PayoutView.Moment> timeline(PayoutId payout) {
        throw new UnsupportedOperationException();
    }
}
