package io.daybook.simulation;

import io.daybook.payout.engine.Continuity;
import java.util.Optional;

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
    public Optional<Mark> goOn(Mark from) {
        Mark now = mark();
        return now.run().equals(from.run()) ? Optional.of(now) : Optional.empty();
    }

    @Override
    public boolean lacks(Mark from) {
        return false;
    }
}
