package io.daybook.rail;

import io.daybook.rail.simulator.SimulatedProvider;
import io.daybook.rail.simulator.SimulatorSettings;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;

/** What every rail must do, shown against one simulated provider, however the rail reaches it. */
public abstract class RailContractTest implements RailSendingContract, RailReadingContract, RailHearingContract {
    protected static final String SECRET = "whsec_contract";

    private final SimulatedProvider provider =
            new SimulatedProvider(SimulatorSettings.plain(7).signingWith(SECRET), InstantSource.fixed(START));

    @Override
    public SimulatedProvider provider() {
        return provider;
    }

    @BeforeEach
    void fund() {
        provider.openAccount(ACCOUNT);
        provider.fund(RailBench.usd(100_000), "opening");
    }
}
