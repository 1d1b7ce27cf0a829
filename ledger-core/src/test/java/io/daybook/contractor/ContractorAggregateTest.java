package io.daybook.contractor;

import static io.daybook.contractor.ContractorDeciderTest.ANA;
import static io.daybook.contractor.ContractorDeciderTest.HOLD;
import static io.daybook.contractor.ContractorDeciderTest.MAKER;
import static io.daybook.contractor.ContractorDeciderTest.NAME;
import static io.daybook.contractor.ContractorDeciderTest.NOW;
import static io.daybook.contractor.ContractorDeciderTest.REGISTERED;
import static io.daybook.contractor.ContractorDeciderTest.register;

import io.daybook.contractor.ContractorCommand.LiftHold;
import io.daybook.contractor.ContractorRejection.UnknownContractor;
import io.daybook.contractor.ContractorRejection.UnknownHold;
import io.daybook.kernel.Decision;
import io.daybook.shell.Handlers;
import io.daybook.shell.StreamTargets;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ContractorAggregateTest {
    private final AggregateTestFixture<ContractorAggregate> fixture =
            new AggregateTestFixture<>(ContractorAggregate.class);

    ContractorAggregateTest() {
        fixture.registerCommandTargetResolver(new StreamTargets());
    }

    @Test
    void every_command_has_its_handler() {
        Handlers.assertEveryCommandIsHandled(ContractorCommand.class, ContractorAggregate.class);
    }

    @Test
    void the_first_order_creates_and_the_next_finds_it() {
        fixture.givenNoPriorActivity().when(register(NAME, null, Set.of())).expectEvents(REGISTERED);
        fixture.given(REGISTERED)
                .when(new LiftHold(ANA, HOLD, MAKER, NOW))
                .expectNoEvents()
                .expectResultMessagePayload(new Decision.Rejected<>(new UnknownHold(HOLD)));
    }

    @Test
    void a_refusal_before_anything_happened_records_nothing() {
        // The fixture compares with a reloaded aggregate, and an aggregate without facts cannot be loaded.
        fixture.setReportIllegalStateChange(false);
        fixture.givenNoPriorActivity()
                .when(new LiftHold(ANA, HOLD, MAKER, NOW))
                .expectNoEvents()
                .expectResultMessagePayload(new Decision.Rejected<>(new UnknownContractor(ANA)));
    }
}
