package io.daybook.timesheet;

import static io.daybook.timesheet.Sheet.LEAD;
import static io.daybook.timesheet.Sheet.OPENED;
import static io.daybook.timesheet.Sheet.approve;
import static io.daybook.timesheet.Sheet.approved;
import static io.daybook.timesheet.Sheet.entry;
import static io.daybook.timesheet.Sheet.priced;
import static io.daybook.timesheet.Sheet.recorded;
import static io.daybook.timesheet.Sheet.submitted;

import io.daybook.shell.Handlers;
import io.daybook.shell.StreamTargets;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class TimesheetAggregateTest {
    private final AggregateTestFixture<TimesheetAggregate> fixture =
            new AggregateTestFixture<>(TimesheetAggregate.class);

    TimesheetAggregateTest() {
        fixture.registerCommandTargetResolver(new StreamTargets());
    }

    @Test
    void every_command_has_its_handler() {
        Handlers.assertEveryCommandIsHandled(TimesheetCommand.class, TimesheetAggregate.class);
    }

    @Test
    void the_first_order_creates_and_the_next_finds_it() {
        TimeEntry hour = entry("hour", 0, 3600);
        fixture.givenNoPriorActivity().when(Sheet.record(hour)).expectEvents(OPENED, recorded(hour, 1));
        fixture.given(OPENED, recorded(hour, 1), submitted(1))
                .when(approve(1, LEAD))
                .expectEvents(approved(1, priced(hour, 45_00)));
    }
}
