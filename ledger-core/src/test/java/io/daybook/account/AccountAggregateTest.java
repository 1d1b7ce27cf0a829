package io.daybook.account;

import static io.daybook.account.Acct.NOON;
import static io.daybook.account.Acct.P1;
import static io.daybook.account.Acct.earn;
import static io.daybook.account.Acct.reserve;

import io.daybook.shell.Handlers;
import io.daybook.shell.StreamTargets;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class AccountAggregateTest {
    private final AggregateTestFixture<AccountAggregate> fixture = new AggregateTestFixture<>(AccountAggregate.class);

    AccountAggregateTest() {
        fixture.registerCommandTargetResolver(new StreamTargets());
    }

    @Test
    void every_command_has_its_handler() {
        Handlers.assertEveryCommandIsHandled(AccountCommand.class, AccountAggregate.class);
    }

    @Test
    void the_first_order_opens_an_account_and_the_next_finds_it() {
        var earned = Story.of().when(earn(0, 100, NOON)).facts();
        var reserved = Story.of(earn(0, 100, NOON)).when(reserve(P1, 100, NOON)).facts();
        fixture.givenNoPriorActivity().when(earn(0, 100, NOON)).expectEvents(earned.toArray());
        fixture.given(earned).when(reserve(P1, 100, NOON)).expectEvents(reserved.toArray());
    }
}
