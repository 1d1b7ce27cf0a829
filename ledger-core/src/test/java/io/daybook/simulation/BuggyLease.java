package io.daybook.simulation;

import io.daybook.kernel.Rider;
import io.daybook.payout.engine.RailLease;

/** A lease whose holder only believes: nothing is asked when it records what it sends next. */
record BuggyLease(RailLease real) implements RailLease {
    @Override
    public boolean renew(boolean isReady) {
        return real.renew(isReady);
    }

    @Override
    public boolean isHeld() {
        return real.isHeld();
    }

    @Override
    public Rider ticket() {
        return new LeaseRow.Ticket("", 0, false);
    }

    @Override
    public void letGo() {
        real.letGo();
    }
}
