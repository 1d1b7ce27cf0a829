package io.daybook.api.payouts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.http.Api;
import io.daybook.money.Money;
import io.daybook.rail.simulator.SignedWebhook;
import io.daybook.rail.simulator.SimulatedProvider;
import io.daybook.rail.simulator.SimulatorServer;
import io.daybook.rail.simulator.SimulatorSettings;
import io.daybook.rail.stripe.StripeWireCheck;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeRunTest {
    private static final String SECRET = "whsec_stripe_run";
    private static final int PEOPLE = 40;

    private final SimulatedProvider provider = new SimulatedProvider(
            SimulatorSettings.plain(11).openingAccounts().signingWith(SECRET), InstantSource.system());
    private final StripeWireCheck wire = new StripeWireCheck();
    private final SimulatorServer server;
    private final PayWeek week;

    StripeRunTest() throws IOException {
        provider.fund(Money.of(5_000_000, "USD"), "before Daybook");
        server = new SimulatorServer(
                provider, new SimulatorServer.Options(0, "sk_test_run", Optional.empty(), Duration.ZERO, wire));
        week = new PayWeek(
                "stripe",
                "--daybook.rails.stripe.api-key=sk_test_run",
                "--daybook.rails.stripe.api-base=" + server.url(),
                "--daybook.rails.stripe.webhook-secret=" + SECRET,
                "--daybook.rails.stripe.requests-per-second=100");
    }

    @AfterEach
    void close() {
        week.close();
        server.close();
    }

    @Test
    void what_a_stripe_shaped_server_paid_over_http_is_what_was_earned_to_the_cent() {
        week.await("the opening balance", () -> ledger() == 5_000_000);
        week.people(PEOPLE);
        String id = week.approved("week-1");
        week.post(week.checker(), "/payout-batches/" + id + "/release", "{}", 202);
        week.await(
                "the sending",
                () -> week.batch(id).path("counts").path("accepted").asLong() == PEOPLE);
        provider.advance(Duration.ofDays(3));
        week.advance(Duration.ofDays(3));
        List<SignedWebhook> webhooks = provider.takeWebhooks(10_000);
        assertThat(webhooks).isNotEmpty();
        for (SignedWebhook webhook : webhooks)
            assertThat(deliver(webhook, webhook.signature())).isEqualTo(200);
        SignedWebhook first = webhooks.getFirst();
        assertThat(deliver(first, first.signature())).as("a repeat").isEqualTo(200);
        assertThat(deliver(first, "t=1,v1=00")).as("a forgery").isEqualTo(400);
        week.await("the banks", () -> week.batch(id).path("status").asString().equals("COMPLETED"));
        assertThat(provider.paidPerDestination(PayWeek.USD)).isEqualTo(week.earned());
        week.await(
                "the book",
                () -> week.get("/rails/stripe")
                                .path("difference")
                                .path("amount")
                                .asLong()
                        == 0);
        assertThat(ledger()).isEqualTo(5_000_000 - week.total());
        week.assertBooksAreRight();
        webhooks.forEach(wire::sent);
        wire.assertClean();
    }

    private long ledger() {
        return week.get("/rails/stripe").path("ledger1010").path("amount").asLong();
    }

    private int deliver(SignedWebhook webhook, String signature) {
        return Api.of(week.daybook)
                .with("Stripe-Signature", signature)
                .post("/webhooks/stripe", new String(webhook.body(), UTF_8))
                .status();
    }
}
