package io.daybook.simulation;

import io.daybook.kernel.Rider;
import io.daybook.payout.engine.Continuity;
import org.jspecify.annotations.Nullable;

/** A log that is never put back; its server is started again now and then, so that nobody can know. */
final class SimulatedContinuity implements Continuity {
    private final SimulatedLog log;
    private int run;

    SimulatedContinuity(SimulatedLog log) {
        this.log = log;
    }

    void serverStartsAgain() {
        run++;
    }

    @Override
    public Mark mark() {
        return new Mark("run " + run, log.head(), "event " + log.head());
    }

    @Override
    public Rider ticket(@Nullable Mark seen) {
        return seen == null ? new LeaseRow.Ticket("nobody", -1, true) : new LeaseRow.Ticket("", 0, false);
    }

    @Override
    public Look since(Mark from) {
        Mark now = mark();
        return new Look(now, true, now.run().equals(from.run()));
    }
}
