package io.daybook.payout;

import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Commands;
import io.daybook.kernel.Outcome;
import io.daybook.payout.BatchLinesCommand.FreezeLines;
import io.daybook.payout.PayoutBatchCommand.FreezeBatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Freezes a draft: the plan is kept, its lines are recorded chunk by chunk, then the batch takes their hash.
 * Interrupted anywhere, the same again comes to the same content.
 */
public final class Freezing {
    private final Commands commands;
    private final BatchPlanner planner;
    private final BatchPlans plans;

    public Freezing(Commands commands, BatchPlanner planner, BatchPlans plans) {
        this.commands = commands;
        this.planner = planner;
        this.plans = plans;
    }

    public Outcome freeze(PayoutBatchView batch, Cause cause, Instant at) {
        FrozenContent content =
                plans.content(batch.id()).or(() -> plan(batch, at)).orElseGet(() -> nothing(batch));
        Optional<Outcome> refused = record(batch.id(), cause, at);
        if (refused.isPresent()) return refused.get();
        Outcome outcome = commands.send(new FreezeBatch(batch.id(), content, cause.actor(), at), cause);
        plans.forgetLines(batch.id());
        return outcome;
    }

    private Optional<FrozenContent> plan(PayoutBatchView batch, Instant at) {
        if (batch.status() != BatchStatus.DRAFT) return Optional.ofNullable(batch.content());
        List<BatchLine> lines = planner.lines(batch, at);
        if (lines.isEmpty()) return Optional.empty();
        plans.keep(batch.id(), LinesChunk.content(LinesChunk.of(batch.id(), lines), batch.currency()), lines, at);
        return plans.content(batch.id());
    }

    private static FrozenContent nothing(PayoutBatchView batch) {
        return LinesChunk.content(List.of(), batch.currency());
    }

    private Optional<Outcome> record(PayoutBatchId batch, Cause cause, Instant at) {
        for (LinesChunk chunk : LinesChunk.of(batch, plans.lines(batch))) {
            CommandId id = new CommandId("freeze:" + batch.value() + ":" + chunk.chunk());
            Outcome outcome = commands.send(
                    new FreezeLines(chunk, at), new Cause(id, cause.actor(), cause.correlation(), cause.causation()));
            if (outcome instanceof Outcome.Refused) return Optional.of(outcome);
        }
        return Optional.empty();
    }
}
