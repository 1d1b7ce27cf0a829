package io.daybook.engagement;

import static io.daybook.engagement.EngagementDeciderTest.ID;
import static io.daybook.engagement.EngagementDeciderTest.JUNE;
import static io.daybook.engagement.EngagementDeciderTest.MAY;
import static io.daybook.engagement.EngagementDeciderTest.NOW;
import static io.daybook.engagement.EngagementDeciderTest.STARTED;
import static io.daybook.engagement.EngagementDeciderTest.agreed;
import static io.daybook.engagement.EngagementDeciderTest.start;
import static io.daybook.engagement.EngagementDeciderTest.usd;

import io.daybook.engagement.EngagementCommand.AgreeRate;
import io.daybook.shell.Handlers;
import io.daybook.shell.StreamTargets;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class EngagementAggregateTest {
    private final AggregateTestFixture<EngagementAggregate> fixture =
            new AggregateTestFixture<>(EngagementAggregate.class);

    EngagementAggregateTest() {
        fixture.registerCommandTargetResolver(new StreamTargets());
    }

    @Test
    void every_command_has_its_handler() {
        Handlers.assertEveryCommandIsHandled(EngagementCommand.class, EngagementAggregate.class);
    }

    @Test
    void the_first_order_creates_and_the_next_finds_it() {
        fixture.givenNoPriorActivity()
                .when(start(45_00, MAY, 144_000L, Overlap.REFUSE))
                .expectEvents(STARTED, agreed(1, 45_00, MAY));
        fixture.given(STARTED, agreed(1, 45_00, MAY))
                .when(new AgreeRate(ID, usd(50_00), JUNE, NOW))
                .expectEvents(agreed(2, 50_00, JUNE));
    }
}
