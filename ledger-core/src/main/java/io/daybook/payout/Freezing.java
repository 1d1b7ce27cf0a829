package io.daybook.payout;

import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Commands;
import io.daybook.kernel.Origin;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Subject;
import io.daybook.payout.BatchLinesCommand.FreezeLines;
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
    private final AtOnce atOnce;

    /** @param atOnce carries out the orders of chunks, which do not ask for each other */
    public Freezing(Commands commands, BatchPlanner planner, BatchPlans plans, AtOnce atOnce) {
        this.commands = commands;
        this.planner = planner;
        this.plans = plans;
        this.atOnce = atOnce;
    }

    /** Does things in any order and waits for all of them. Errors: the first that any of them met. */
    @FunctionalInterface
    public interface AtOnce {
        void all(List<Runnable> things);
    }

    private record Plan(FrozenContent content, List<LinesChunk> chunks) {}

    /** Records the lines; what they come to is what the batch is then to be frozen as. No lines: nobody can be paid. */
    public FrozenContent record(PayoutBatchView batch, Subject actor, Instant at) {
        Plan plan = kept(batch.id()).or(() -> planned(batch, at)).orElseGet(() -> nothing(batch));
        atOnce.all(plan.chunks().stream()
                .<Runnable>map(chunk -> () -> freeze(chunk, actor, at))
                .toList());
        return plan.content();
    }

    private void freeze(LinesChunk chunk, Subject actor, Instant at) {
        String batch = chunk.batch().value();
        CommandId id = new CommandId("freeze:" + batch + ":" + chunk.chunk());
        Outcome outcome = commands.send(new FreezeLines(chunk, at), new Cause(Origin.REQUEST, id, actor, batch, null));
        if (outcome instanceof Outcome.Refused(var reason))
            throw new IllegalStateException("lines of a plan that was kept were refused: " + reason.code());
    }

    /** Once the batch was frozen, or its freezing was refused: the lines lie in the log. */
    public void forgetPlan(PayoutBatchId batch) {
        plans.forgetLines(batch);
    }

    private Optional<Plan> kept(PayoutBatchId batch) {
        return plans.content(batch).map(content -> new Plan(content, LinesChunk.of(batch, plans.lines(batch))));
    }

    /** Somebody else may have kept a plan of theirs meanwhile: then that one counts. */
    private Optional<Plan> planned(PayoutBatchView batch, Instant at) {
        if (batch.status() != BatchStatus.DRAFT)
            return Optional.ofNullable(batch.content()).map(content -> new Plan(content, List.of()));
        Preview preview = planner.preview(batch, at);
        List<BatchLine> lines = preview.lines();
        if (lines.isEmpty()) return Optional.empty();
        List<LinesChunk> chunks = LinesChunk.of(batch.id(), lines);
        FrozenContent content = LinesChunk.content(chunks, batch.currency());
        boolean isOurs = plans.keep(batch.id(), content, lines, preview.excluded(), at);
        return isOurs ? Optional.of(new Plan(content, chunks)) : kept(batch.id());
    }

    private static Plan nothing(PayoutBatchView batch) {
        return new Plan(LinesChunk.content(List.of(), batch.currency()), List.of());
    }
}
