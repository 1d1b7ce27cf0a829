package io.daybook.payout;

import io.daybook.account.AccountViews;
import io.daybook.account.AccountViews.Filter;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress.ReversalBegun;
import io.daybook.account.PayoutProgress.ReversalEnded;
import io.daybook.account.PayoutView;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Decider;
import io.daybook.kernel.Policy;
import io.daybook.kernel.Recorded;
import io.daybook.money.Money;
import io.daybook.payout.BatchLinesEvent.PayoutLinesFrozen;
import io.daybook.payout.BatchRows.Change;
import io.daybook.payout.BatchRows.Intent;
import io.daybook.payout.BatchRows.Spent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Batches, their lines and intents as the projection folds them, kept in maps; lines can be altered as nobody may. */
public final class BatchesInMemory implements PayoutBatchViews {
    private final AccountViews accounts;
    private final Supplier<Map<String, Optional<Long>>> reservations;
    private final Function<PayoutId, Long> leftOnAccount;
    private final Map<PayoutBatchId, PayoutBatchView> batches = new LinkedHashMap<>();
    private final Map<PayoutId, BatchLine> lines = new LinkedHashMap<>();
    private final Map<String, Intent> intents = new LinkedHashMap<>();
    private final Map<String, Spent> spent = new TreeMap<>();
    private final Map<String, KnownObject> objects = new TreeMap<>();
    private final Map<String, ReversalBegun> reversals = new LinkedHashMap<>();

    /** @param leftOnAccount what the journal has in 1020 for the contractor of this payout, in minor units */
    public BatchesInMemory(
            AccountViews accounts,
            Supplier<Map<String, Optional<Long>>> reservations,
            Function<PayoutId, Long> leftOnAccount) {
        this.accounts = accounts;
        this.reservations = reservations;
        this.leftOnAccount = leftOnAccount;
    }

    public static Decider<PayoutBatchCommand, ?, PayoutBatchEvent> rules() {
        return PayoutBatchDecider.DECIDER;
    }

    public static Decider<BatchLinesCommand, ?, BatchLinesEvent> lineRules() {
        return BatchLinesDecider.DECIDER;
    }

    public static List<Policy> policies() {
        return List.of(new WhenStrayObjectNotedFollowIt());
    }

    public void apply(List<Recorded> facts) {
        BatchRows rows = new PayoutBatchProjection().fold(facts);
        for (Change change : rows.changes())
            batches.compute(
                    change.event().batch(),
                    (id, before) -> BatchRow.changed(before, change.event(), change.position()));
        for (PayoutLinesFrozen chunk : rows.frozen())
            for (BatchLine line : chunk.lines()) lines.put(chunk.batch().payout(line.line()), line);
        for (Intent intent : rows.intents())
            if (intents.put(intent.intent().key(), intent) != null)
                throw new IllegalStateException("an intent stands in the log twice: " + intent);
        for (KnownObject known : rows.objects()) objects.putIfAbsent(known.object(), known);
        rows.spent().forEach((batch, more) -> spent.merge(batch, more, Spent::plus));
        for (var event : rows.reversals()) {
            if (event instanceof ReversalBegun e) reversals.put(e.payout().value() + ":" + e.attempt(), e);
            if (event instanceof ReversalEnded e) reversals.remove(e.payout().value() + ":" + e.attempt());
        }
    }

    /** Changes a row as somebody with the database's password could. */
    public void alter(PayoutId payout, Money amount) {
        lines.computeIfPresent(
                payout, (id, line) -> new BatchLine(line.line(), line.account(), amount, line.destination()));
    }

    @Override
    public Optional<PayoutBatchView> byId(PayoutBatchId id) {
        return Optional.ofNullable(batches.get(id));
    }

    @Override
    public List<PayoutBatchView> drafted(Drafted drafted, @Nullable Long before, int limit) {
        return batches.values().stream()
                .filter(batch -> drafted.status() == null || batch.status() == drafted.status())
                .filter(batch -> before == null || batch.position() < before)
                .sorted(Comparator.comparing(PayoutBatchView::position).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<PayoutBatchView> underWay(String rail) {
        return batches.values().stream()
                .filter(batch -> batch.status().underWay() && batch.rail().equals(rail))
                .toList();
    }

    @Override
    public List<BatchLine> lines(PayoutBatchId batch, int afterLine, int limit) {
        List<BatchLine> found = new ArrayList<>();
        lines.forEach((payout, line) -> {
            if (PayoutBatchId.of(payout).equals(batch) && line.line() > afterLine) found.add(line);
        });
        return found.stream()
                .sorted(Comparator.comparing(BatchLine::line))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<BatchLine> line(PayoutId payout) {
        return Optional.ofNullable(lines.get(payout));
    }

    @Override
    public List<BatchLine> linesTo(PayoutBatchId batch, Collection<ContractorId> contractors) {
        return lines(batch, 0, Integer.MAX_VALUE).stream()
                .filter(line -> contractors.contains(line.contractor()))
                .toList();
    }

    @Override
    public Exposure exposure(PayoutBatchId batch, Instant dayBegan) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> intended(Collection<String> keys) {
        Set<String> known = new HashSet<>(keys);
        known.retainAll(intents.keySet());
        return known;
    }

    @Override
    public Set<String> takenIn(String rail, Collection<String> ids) {
        Set<String> known = new HashSet<>(ids);
        known.retainAll(objects.keySet());
        return known;
    }

    @Override
    public boolean hasTakenIn(PayoutBatchId batch) {
        return objects.values().stream()
                .anyMatch(known -> known.takenAs() == KnownObject.Taken.OF_PAYOUT
                        && PayoutBatchId.of(new PayoutId(known.payout())).equals(batch));
    }

    @Override
    public List<KnownObject> strays(String rail, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<OpenReversal> openReversals(String rail, int limit) {
        return reversals.values().stream()
                .sorted(Comparator.comparing(ReversalBegun::occurredAt)
                        .thenComparing(e -> e.payout().value()))
                .limit(limit)
                .map(e -> new OpenReversal(
                        e.payout(), e.account(), e.attempt(), e.key(), e.transfer(), e.amount(), e.occurredAt()))
                .toList();
    }

    @Override
    public List<PayoutId> mayHaveLeftOver(String rail, int limit) {
        List<PayoutView> all = accounts.payouts(Filter.ALL, null, Integer.MAX_VALUE);
        Predicate<PayoutView> quiet = p -> all.stream()
                .noneMatch(q ->
                        q.contractor().equals(p.contractor()) && !q.status().over());
        Predicate<PayoutView> reversing =
                p -> reversals.values().stream().anyMatch(e -> e.payout().equals(p.id()));
        return all.stream()
                .filter(p -> p.transfer() != null && leftOnAccount.apply(p.id()) > 0)
                .filter(quiet.and(reversing.negate()))
                .sorted(Comparator.comparing(PayoutView::reservedAt).reversed().thenComparing(p -> p.id().value()))
                .limit(limit)
                .map(PayoutView::id)
                .toList();
    }

    @Override
    public Optional<Instant> intendedAt(String key) {
        return Optional.ofNullable(intents.get(key)).map(Intent::at);
    }

    @Override
    public Optional<Instant> newestIntent(String rail) {
        return intents.values().stream().map(Intent::at).max(Comparator.naturalOrder());
    }

    @Override
    public List<ToSettle> toSettle(String rail, int limit) {
        List<ToSettle> found = new ArrayList<>();
        for (PayoutBatchView batch : batches.values()) {
            Optional<Long> settled = reservations.get().get(batch.id().value());
            Spent out = spent.getOrDefault(batch.id().value(), new Spent(0, batch.position()));
            if (batch.rail().equals(rail)
                    && batch.endedAt() != null
                    && settled != null
                    && !settled.equals(Optional.of(out.minor())))
                found.add(new ToSettle(
                        batch.id(), batch.rail(), new Money(out.minor(), batch.currency()), out.position()));
        }
        return found.stream().limit(limit).toList();
    }
}
