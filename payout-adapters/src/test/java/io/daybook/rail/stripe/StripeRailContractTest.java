package io.daybook.rail.stripe;

import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailContractTest;
import io.daybook.rail.simulator.SimulatorServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The contract over HTTP, every request, response and webhook of it checked against Stripe's document. */
class StripeRailContractTest extends RailContractTest {
    private final StripeWireCheck wire = new StripeWireCheck();
    private final SimulatorServer server = new SimulatorServer(
            provider(), new SimulatorServer.Options(0, "sk_test_contract", Optional.empty(), Duration.ZERO, wire));
    private final PayoutRail rail = new StripeRail(StripeSettings.of("sk_test_contract", server.url(), SECRET)
            .withTimeouts(Duration.ofSeconds(2), Duration.ofMillis(1500)));

    StripeRailContractTest() throws IOException {}

    @Override
    public PayoutRail rail() {
        return rail;
    }

    @AfterEach
    void nothing_on_the_wire_was_foreign_to_stripe() {
        server.close();
        provider().takeWebhooks(1_000).forEach(wire::sent);
        wire.assertClean();
    }
}
