package io.daybook.funding;

import io.daybook.funding.FundingCommand.RecordOpeningBalance;
import io.daybook.funding.FundingEvent.OpeningBalanceRecorded;
import io.daybook.funding.ProviderItemCommand.RecordItem;
import io.daybook.money.Money;
import io.daybook.rail.RailMovement;
import io.daybook.shell.Handlers;
import io.daybook.shell.StreamTargets;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class FundingAggregatesTest {
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final Money HUNDRED = Money.of(100_00, "USD");

    private final AggregateTestFixture<FundingPoolAggregate> pool =
            new AggregateTestFixture<>(FundingPoolAggregate.class);
    private final AggregateTestFixture<ProviderItemAggregate> item =
            new AggregateTestFixture<>(ProviderItemAggregate.class);

    FundingAggregatesTest() {
        pool.registerCommandTargetResolver(new StreamTargets());
        item.registerCommandTargetResolver(new StreamTargets());
    }

    @Test
    void every_command_has_its_handler() {
        Handlers.assertEveryCommandIsHandled(FundingCommand.class, FundingPoolAggregate.class);
        Handlers.assertEveryCommandIsHandled(ProviderItemCommand.class, ProviderItemAggregate.class);
    }

    @Test
    void the_first_order_creates_and_the_next_finds_it() {
        FundingPoolId id = FundingPoolId.of("stripe", HUNDRED.currency());
        var opened = new OpeningBalanceRecorded(id, HUNDRED, NOW);
        pool.givenNoPriorActivity()
                .when(new RecordOpeningBalance(id, HUNDRED, NOW))
                .expectEvents(opened);
        pool.given(opened).when(new RecordOpeningBalance(id, HUNDRED, NOW)).expectNoEvents();
    }

    @Test
    void an_item_lies_in_a_stream_of_its_own() {
        var seen = new ProviderItem(
                "stripe", "txn_1", RailMovement.Kind.TOP_UP, HUNDRED, Money.of(0, "USD"), null, null, NOW);
        var credited = new ProviderItemEvent.TopUpCredited(seen, HUNDRED, NOW);
        item.givenNoPriorActivity().when(new RecordItem(seen, NOW)).expectEvents(credited);
        item.given(credited).when(new RecordItem(seen, NOW)).expectNoEvents();
    }
}
