package io.daybook.rail.simulator;

import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailContractTest;

class SimulatorRailContractTest extends RailContractTest {
    private final PayoutRail rail = new SimulatorRail(provider());

    @Override
    public PayoutRail rail() {
        return rail;
    }
}
