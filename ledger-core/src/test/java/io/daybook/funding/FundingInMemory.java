package io.daybook.funding;

import io.daybook.funding.FundingEvent.FundingReserved;
import io.daybook.funding.FundingEvent.FundingSettled;
import io.daybook.funding.FundingEvent.OpeningBalanceRecorded;
import io.daybook.funding.FundingView.TopUp;
import io.daybook.kernel.Decider;
import io.daybook.kernel.Policy;
import io.daybook.kernel.Recorded;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What we have at a provider, folded from pools' facts. Nobody announces a top-up here. */
public final class FundingInMemory implements FundingViews {
    private final Map<FundingPoolId, FundingState> pools = new TreeMap<>(Comparator.comparing(FundingPoolId::value));
    private final Map<FundingPoolId, Instant> opened = new HashMap<>();
    private final Map<FundingPoolId, Long> posted = new HashMap<>();
    private final Map<String, Optional<Long>> reservations = new TreeMap<>();

    public static Decider<FundingCommand, ?, FundingEvent> rules() {
        return FundingDecider.DECIDER;
    }

    public static Decider<ProviderItemCommand, ?, ProviderItemEvent> itemRules() {
        return ProviderItemDecider.DECIDER;
    }

    public static List<Policy> policies() {
        return List.of(new WhenProviderItemIsPostedFollowIt());
    }

    public void apply(List<Recorded> facts) {
        for (Recorded fact : facts) {
            if (fact.event() instanceof FundingEvent e) apply(e);
            if (fact.event() instanceof ProviderItemEvent e)
                posted.merge(e.item().pool(), e.net().minor(), Long::sum);
        }
    }

    @Override
    public Money posted(String rail, Currency currency) {
        return new Money(posted.getOrDefault(FundingPoolId.of(rail, currency), 0L), currency);
    }

    private void apply(FundingEvent event) {
        FundingState before = pools.getOrDefault(event.pool(), FundingState.NONE);
        pools.put(event.pool(), FundingDecider.evolve(before, event));
        switch (event) {
            case OpeningBalanceRecorded e -> opened.put(e.pool(), e.occurredAt());
            case FundingReserved e -> reservations.put(e.batch(), Optional.empty());
            case FundingSettled e ->
                reservations.put(e.batch(), Optional.of(e.spent().minor()));
            default -> {}
        }
    }

    /** What was reserved for each batch, and settled with; empty while it is not settled. */
    public Map<String, Optional<Long>> reservations() {
        return reservations;
    }

    @Override
    public Optional<FundingView> pool(FundingPoolId pool) {
        return Optional.ofNullable(pools.get(pool)).map(state -> view(pool, state));
    }

    private FundingView view(FundingPoolId pool, FundingState state) {
        long reserved =
                state.reserved().values().stream().mapToLong(Long::longValue).sum();
        return new FundingView(
                pool,
                new Money(state.free() + reserved, pool.currency()),
                new Money(reserved, pool.currency()),
                opened.get(pool));
    }

    @Override
    public List<FundingView> pools(String rail) {
        return pools.entrySet().stream()
                .filter(pool -> pool.getKey().rail().equals(rail))
                .map(pool -> view(pool.getKey(), pool.getValue()))
                .toList();
    }

    @Override
    public Optional<TopUp> topUp(TopUpId id) {
        return Optional.empty();
    }

    @Override
    public List<TopUp> topUps(@Nullable Long before, int limit) {
        return List.of();
    }

    @Override
    public List<TopUp> expected(String rail) {
        return List.of();
    }

    @Override
    public List<Unexplained> unexplained(String rail, Currency currency, int limit) {
        return List.of();
    }

    @Override
    public List<Currency> currenciesInUse() {
        return List.of(Currencies.of("USD"));
    }
}
