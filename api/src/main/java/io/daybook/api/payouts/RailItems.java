package io.daybook.api.payouts;

import io.daybook.funding.FundingViews;
import io.daybook.money.Money;
import io.daybook.payout.PayoutBatchViews;
import io.daybook.payout.engine.RailEngine;
import io.daybook.payout.engine.Unrecorded;
import io.daybook.rail.RailBalance;
import io.daybook.rail.RailUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What explains the difference between a provider's balance and our books. */
@Component
final class RailItems {
    private static final int LISTED = 500;
    private static final int LOOKED_UP = 25;

    private final FundingViews funding;
    private final PayoutBatchViews batches;
    private final RailEngines engines;

    RailItems(FundingViews funding, PayoutBatchViews batches, RailEngines engines) {
        this.funding = funding;
        this.batches = batches;
        this.engines = engines;
    }

    /**
     * One thing that explains a difference.
     *
     * @param kind {@code pending}, {@code unexplained-movement}, {@code stray-object}, {@code not-recorded-yet}, or
     *     {@code unexplained} for what is left over
     * @param amount signed: above zero the provider has more than our books
     * @param object the provider's id
     * @param payout whose reference it carries
     */
    record Item(
            String kind,
            Money amount,
            @Nullable String object,
            @Nullable String payout) {}

    /** They sum to the difference; none where there is none. What is being sent is looked up at the provider. */
    List<Item> explain(String rail, RailBalance balance, Money difference) throws InterruptedException {
        if (difference.isZero()) return List.of();
        List<Item> items = new ArrayList<>();
        if (!balance.pending().isZero()) items.add(new Item("pending", balance.pending(), null, null));
        funding.unexplained(rail, difference.currency(), LISTED)
                .forEach(line -> items.add(new Item("unexplained-movement", line.net(), line.providerId(), null)));
        batches.strays(rail, LISTED).stream()
                .filter(stray ->
                        stray.left().isPositive() && stray.left().currency().equals(difference.currency()))
                .forEach(stray ->
                        items.add(new Item("stray-object", stray.left().negated(), stray.object(), stray.payout())));
        if (!left(difference, items).isZero()) items.addAll(notRecordedYet(rail, difference));
        Money left = left(difference, items);
        if (!left.isZero()) items.add(new Item("unexplained", left, null, null));
        return items;
    }

    private List<Item> notRecordedYet(String rail, Money difference) throws InterruptedException {
        Optional<RailEngine> engine = engines.find(rail);
        if (engine.isEmpty()) return List.of();
        try {
            return engine.get().unrecorded(LOOKED_UP).stream()
                    .filter(one -> one.amount().currency().equals(difference.currency()))
                    .map(RailItems::item)
                    .toList();
        } catch (RailUnavailable e) {
            return List.of();
        }
    }

    private static Item item(Unrecorded one) {
        return new Item(
                "not-recorded-yet",
                one.amount().negated(),
                one.object(),
                one.payout().value());
    }

    private static Money left(Money difference, List<Item> items) {
        return items.stream().map(Item::amount).reduce(difference, Money::minus);
    }
}
