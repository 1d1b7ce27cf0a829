package io.daybook.api.audit;

import io.daybook.api.eventlog.ScratchReplay;
import io.daybook.api.operations.OperationKind;
import io.daybook.api.operations.OperationRun;
import io.daybook.kernel.ProjectionProgress;
import org.springframework.stereotype.Component;

/** A replay into an auditor's schema as an operation, counted in positions. Taken over after a crash, it begins again. */
@Component
final class AuditReplayOperation implements OperationKind {
    private final ScratchReplay replay;
    private final ProjectionProgress views;

    AuditReplayOperation(ScratchReplay replay, ProjectionProgress views) {
        this.replay = replay;
        this.views = views;
    }

    /** @param to the last position */
    record Wish(String schema, long to) {}

    @Override
    public String name() {
        return "audit-replay";
    }

    @Override
    public void carryOut(OperationRun run) {
        Wish wish = run.input(Wish.class);
        run.total(Math.min(wish.to(), views.projectedPosition()));
        long[] before = {0};
        run.result(replay.run(wish.schema(), wish.to(), now -> {
            run.done(now - before[0]);
            before[0] = now;
        }));
    }
}
