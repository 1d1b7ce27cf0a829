package io.daybook.api.replay;

import io.daybook.api.eventlog.Replay;
import io.daybook.api.operations.OperationKind;
import io.daybook.api.operations.OperationRun;
import org.springframework.stereotype.Component;

/** A replay as an operation. Taken over after a crash, it empties nothing again. */
@Component
final class ReplayOperation implements OperationKind {
    private final Replay replay;

    ReplayOperation(Replay replay) {
        this.replay = replay;
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public void carryOut(OperationRun run) {
        run.total(1);
        run.result(replay.run(run.id()));
        run.done(1);
    }
}
