package io.daybook.rail.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.money.Money;
import io.daybook.rail.Instruction;
import io.daybook.rail.RailResult;
import io.daybook.rail.simulator.WireObserver;
import io.daybook.rail.stripe.ScriptedServer.Script;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire. */
class StripeRequestsTest {
    private static final String ERROR = "{\"error\": {\"type\": \"api_error\"}}";
    private static final Script FAILURE = Script.status(500, ERROR);

    private final StripeWireCheck wire = new StripeWireCheck();

    @AfterEach
    void nothing_sent_was_foreign_to_stripe() {
        wire.assertClean();
    }

    @Test
    void a_transfer_carries_its_key_its_group_and_our_reference() throws IOException {
        ScriptedServer.Received request =
                sent(new Instruction.Transfer("payout-b-1:transfer:2", "payout-b-1", 2, usd(12_345), "acct_anna"));

        assertThat(request.method() + " " + request.path()).isEqualTo("POST /v1/transfers");
        assertThat(request.header("Idempotency-key")).isEqualTo("payout-b-1:transfer:2");
        assertThat(request.header("Stripe-account")).isEqualTo("none");
        assertThat(fields(request))
                .containsExactlyInAnyOrder(
                        "amount=12345",
                        "currency=usd",
                        "destination=acct_anna",
                        "transfer_group=payout-b-1",
                        "metadata[payout]=payout-b-1",
                        "metadata[attempt]=2");
    }

    @Test
    void a_payout_is_made_on_the_connected_account() throws IOException {
        ScriptedServer.Received request =
                sent(new Instruction.PayOut("payout-b-1:payout:1", "payout-b-1", 1, usd(12_345), "acct_anna"));

        assertThat(request.path()).isEqualTo("/v1/payouts");
        assertThat(request.header("Stripe-account")).isEqualTo("acct_anna");
        assertThat(request.header("Idempotency-key")).isEqualTo("payout-b-1:payout:1");
        assertThat(fields(request))
                .containsExactlyInAnyOrder(
                        "amount=12345", "currency=usd", "metadata[payout]=payout-b-1", "metadata[attempt]=1");
    }

    @Test
    void a_reversal_names_the_transfer_and_the_amount() throws IOException {
        ScriptedServer.Received request =
                sent(new Instruction.Reversal("payout-b-1:reversal:1", "payout-b-1", 1, usd(500), "tr_1abc"));

        assertThat(request.path()).isEqualTo("/v1/transfers/tr_1abc/reversals");
        assertThat(request.header("Idempotency-key")).isEqualTo("payout-b-1:reversal:1");
        assertThat(fields(request))
                .containsExactlyInAnyOrder("amount=500", "metadata[payout]=payout-b-1", "metadata[attempt]=1");
    }

    @Test
    void nothing_is_told_about_earlier_requests() throws IOException {
        try (ScriptedServer server = new ScriptedServer(FAILURE)) {
            StripeRail rail = new StripeRail("sk_test_x", server.url(), "whsec_test");
            Instruction transfer =
                    new Instruction.Transfer("payout-b-1:transfer:1", "payout-b-1", 1, usd(100), "acct_anna");
            rail.submit(transfer);
            rail.submit(transfer);
            assertThat(server.received())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request.header("X-stripe-client-telemetry"))
                            .isEqualTo("none"));
        }
    }

    @Test
    void each_request_waits_for_the_pace_of_its_endpoint() throws IOException {
        List<String> asked = new ArrayList<>();
        try (ScriptedServer server = new ScriptedServer(FAILURE)) {
            StripeRail rail = new StripeRail(
                    StripeSettings.of("sk_test_x", server.url(), "whsec_test").paced(asked::add));
            rail.submit(new Instruction.PayOut("payout-b-1:payout:1", "payout-b-1", 1, usd(100), "acct_anna"));
        }
        assertThat(asked).containsExactly("POST /v1/payouts");
    }

    @Test
    void what_stripe_cannot_carry_is_refused_and_never_sent() throws IOException {
        try (ScriptedServer server = new ScriptedServer(FAILURE)) {
            StripeRail rail = new StripeRail("sk_test_x", server.url(), "whsec_test");
            for (Money amount : List.of(Money.of(12_345, "HUF"), Money.of(1_001, "KWD"), Money.of(1, "IQD")))
                assertThat(rail.submit(new Instruction.Transfer("k", "payout-b-1", 1, amount, "acct_anna")))
                        .isInstanceOf(RailResult.Refused.class);
            assertThat(server.received()).isEmpty();
        }
    }

    private ScriptedServer.Received sent(Instruction instruction) throws IOException {
        try (ScriptedServer server = new ScriptedServer(FAILURE)) {
            new StripeRail("sk_test_x", server.url(), "whsec_test").submit(instruction);
            ScriptedServer.Received request = server.received().getFirst();
            WireObserver.Headers headers = new WireObserver.Headers(
                    header(request, "Stripe-account"),
                    header(request, "Idempotency-key"),
                    header(request, "Stripe-version"));
            wire.exchanged(new WireObserver.Exchange(
                    request.method(), request.path(), "", request.body(), headers, 500, ERROR));
            return request;
        }
    }

    private static Optional<String> header(ScriptedServer.Received request, String name) {
        return Optional.of(request.header(name)).filter(value -> !value.equals("none"));
    }

    private static List<String> fields(ScriptedServer.Received request) {
        return List.of(URLDecoder.decode(request.body(), UTF_8).split("&"));
    }

    private static Money usd(long cents) {
        return Money.of(cents, "USD");
    }
}
