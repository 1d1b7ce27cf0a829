package io.daybook.payout;

import static io.daybook.payout.Batch.CHECKER;
import static io.daybook.payout.Batch.DRAFTED;
import static io.daybook.payout.Batch.FROZEN;
import static io.daybook.payout.Batch.ID;
import static io.daybook.payout.Batch.MAKER;
import static io.daybook.payout.Batch.NOW;
import static io.daybook.payout.Batch.approve;
import static io.daybook.payout.Batch.draft;
import static io.daybook.payout.Batch.line;

import io.daybook.kernel.Decision;
import io.daybook.payout.BatchLinesCommand.FreezeLines;
import io.daybook.payout.BatchLinesEvent.PayoutLinesFrozen;
import io.daybook.payout.PayoutBatchCommand.CancelBatch;
import io.daybook.payout.PayoutBatchCommand.Stake;
import io.daybook.payout.PayoutBatchRejection.NeedsSecondPerson;
import io.daybook.payout.PayoutBatchRejection.UnknownBatch;
import io.daybook.shell.Handlers;
import io.daybook.shell.StreamTargets;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class PayoutBatchAggregateTest {
    private final AggregateTestFixture<PayoutBatchAggregate> batch =
            new AggregateTestFixture<>(PayoutBatchAggregate.class);
    private final AggregateTestFixture<BatchLinesAggregate> lines =
            new AggregateTestFixture<>(BatchLinesAggregate.class);

    PayoutBatchAggregateTest() {
        batch.registerCommandTargetResolver(new StreamTargets());
        lines.registerCommandTargetResolver(new StreamTargets());
    }

    @Test
    void every_command_has_its_handler() {
        Handlers.assertEveryCommandIsHandled(PayoutBatchCommand.class, PayoutBatchAggregate.class);
        Handlers.assertEveryCommandIsHandled(BatchLinesCommand.class, BatchLinesAggregate.class);
    }

    @Test
    void the_first_order_creates_and_the_next_finds_it() {
        batch.given(DRAFTED).when(draft("simulator")).expectNoEvents();
        batch.given(DRAFTED, FROZEN)
                .when(approve("c0ffee", MAKER))
                .expectNoEvents()
                .expectResultMessagePayload(new Decision.Rejected<>(new NeedsSecondPerson(ID, Stake.NONE)));
        batch.givenNoPriorActivity()
                .when(new CancelBatch(ID, false, CHECKER, NOW))
                .expectNoEvents()
                .expectResultMessagePayload(new Decision.Rejected<>(new UnknownBatch(ID)));
    }

    @Test
    void lines_lie_in_a_stream_of_their_own() {
        var chunk = new LinesChunk(ID, 1, List.of(line(1, "ana", 100)));
        lines.givenNoPriorActivity()
                .when(new FreezeLines(chunk, NOW))
                .expectEvents(new PayoutLinesFrozen(ID, 1, chunk.lines(), chunk.hash(), NOW));
    }
}
