package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.contractor.ContractorId;
import io.daybook.money.Money;
import io.daybook.rail.simulator.SimulatedProvider;
import io.daybook.rail.simulator.SimulatorServer;
import io.daybook.rail.simulator.SimulatorSettings;
import io.daybook.rail.simulator.WireObserver;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Four calls a second: most of a batch is recorded long before its turn comes. */
class WaitingForItsTurnTest {
    private static final int PEOPLE = 32;

    private final SimulatedProvider provider = new SimulatedProvider(
            SimulatorSettings.plain(7).openingAccounts().signingWith("whsec_turn"), InstantSource.system());
    private final SimulatorServer server;
    private final PayWeek week;

    WaitingForItsTurnTest() throws IOException {
        provider.fund(Money.of(5_000_000, "USD"), "before Daybook");
        server = new SimulatorServer(
                provider,
                new SimulatorServer.Options(0, "sk_test_turn", Optional.empty(), Duration.ZERO, WireObserver.NONE));
        week = new PayWeek(
                "stripe",
                "--daybook.rails.stripe.api-key=sk_test_turn",
                "--daybook.rails.stripe.api-base=" + server.url(),
                "--daybook.rails.stripe.webhook-secret=whsec_turn",
                "--daybook.rails.stripe.requests-per-second=4");
    }

    @AfterEach
    void close() {
        week.close();
        server.close();
    }

    @Test
    void who_is_blocked_while_an_instruction_waits_for_its_turn_is_not_paid() {
        week.people(PEOPLE);
        String id = week.approved("week-1");
        week.releaseOnceFunded(id);
        week.await("the intents", () -> count(id, "waiting") == 0);
        for (int i = 1; i <= PEOPLE; i++) {
            String holds = "/contractors/" + ContractorId.of("p" + i).value() + "/holds";
            week.post(week.maker(), holds, "{\"reason\": \"a letter\"}", 201);
        }
        week.await("the turns", () -> waitingForTheirTurn() == 0);
        assertThat(count(id, "submitting")).isGreaterThan(1);
    }

    /** Whose next move has no date is in the lane. */
    private long waitingForTheirTurn() {
        JsonNode items = week.get("/payouts?status=SUBMITTING").path("items");
        return items.valueStream().filter(item -> item.path("nextAt").isNull()).count();
    }

    private long count(String batch, String what) {
        return week.batch(batch).path("counts").path(what).asLong();
    }
}
