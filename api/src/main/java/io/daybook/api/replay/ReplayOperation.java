package io.daybook.api.replay;

import io.daybook.api.eventlog.Replay;
import io.daybook.api.operations.OperationKind;
import io.daybook.api.operations.OperationRun;
import io.daybook.kernel.ProjectionProgress;
import java.util.List;
import org.springframework.stereotype.Component;

/** A replay as an operation, counted in positions of the log. Taken over after a crash, it begins again beside the views. */
@Component
final class ReplayOperation implements OperationKind {
    private final Replay replay;
    private final ProjectionProgress views;

    ReplayOperation(Replay replay, ProjectionProgress views) {
        this.replay = replay;
        this.views = views;
    }

    List<String> projections() {
        return replay.projections();
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public void carryOut(OperationRun run) {
        Told told = new Told(run, views.projectedPosition());
        run.result(replay.run(run.input(ReplayController.Input.class).wish(), told::reached));
    }

    /** The log may go on while it is replayed: then the total goes with it. */
    private static final class Told {
        private final OperationRun run;
        private long total;
        private long position;

        Told(OperationRun run, long total) {
            this.run = run;
            this.total = total;
            run.total(total);
        }

        void reached(long now) {
            if (now > total) {
                total = now;
                run.total(total);
            }
            run.done(now - position);
            position = now;
        }
    }
}
