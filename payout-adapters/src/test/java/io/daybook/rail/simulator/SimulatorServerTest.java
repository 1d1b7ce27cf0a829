package io.daybook.rail.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.daybook.rail.RailSignal;
import io.daybook.rail.stripe.StripeWireCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatorServerTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final StripeWireCheck wire = StripeWireCheck.ofAnswers();
    private final SimulatedProvider provider =
            new SimulatedProvider(SimulatorSettings.plain(1).signingWith("whsec_test"), InstantSource.fixed(START));
    private final SimulatorServer server = new SimulatorServer(
            provider, new SimulatorServer.Options(0, "sk_test_x", Optional.empty(), Duration.ofMillis(1), wire));
    private final HttpClient http = HttpClient.newHttpClient();

    SimulatorServerTest() throws IOException {}

    @AfterEach
    void close() {
        server.close();
        http.close();
        wire.assertClean();
    }

    @Test
    void a_drill_is_driven_from_outside() throws Exception {
        post("/_sim/accounts", "id=acct_anna");
        post("/_sim/funds", "amount=5000&currency=usd");
        post("/v1/transfers", "amount=5000&currency=usd&destination=acct_anna");
        assertThat(get("/_sim/balances")).contains("\"acct_anna\"", "5000");
        post("/_sim/fates", "account=acct_anna&fate=failed");
        postOn("acct_anna", "/v1/payouts", "amount=2000&currency=usd");
        postOn("acct_anna", "/v1/payouts", "amount=3000&currency=usd");
        assertThat(post("/_sim/clock", "advance=P3D")).contains("2026-03-05T09:00:00Z");

        assertThat(get("/_sim/paid?currency=usd")).isEqualTo("{\"acct_anna\":3000}");
    }

    @Test
    void a_fault_meets_the_next_request() throws Exception {
        post("/_sim/faults", "fault=rate_limited&times=2");
        assertThat(post("/v1/topups", "amount=5&currency=usd")).contains("rate_limit");
        assertThat(post("/v1/topups", "amount=5&currency=usd")).contains("rate_limit");
        post("/_sim/faults", "fault=delayed");
        assertThat(post("/v1/topups", "amount=5&currency=usd")).contains("\"pending\"");
    }

    @Test
    void a_pending_payout_can_be_canceled_and_one_in_transit_cannot() throws Exception {
        post("/_sim/accounts", "id=acct_anna");
        post("/_sim/funds", "amount=5000&currency=usd");
        post("/v1/transfers", "amount=5000&currency=usd&destination=acct_anna");
        String first = id(postOn("acct_anna", "/v1/payouts", "amount=2000&currency=usd"));
        assertThat(postOn("acct_anna", "/v1/payouts/" + first + "/cancel", "")).contains("\"canceled\"");
        String second = id(postOn("acct_anna", "/v1/payouts", "amount=5000&currency=usd"));
        post("/_sim/clock", "advance=PT1H");
        assertThat(postOn("acct_anna", "/v1/payouts/" + second + "/cancel", "")).contains("only be canceled");
    }

    @Test
    void a_bad_request_is_told_what_is_wrong_with_it() throws Exception {
        assertThat(post("/v1/transfers", "amount=5&currency=usd")).contains("parameter_missing", "destination");
        assertThat(post("/v1/transfers", "amount=five&currency=usd&destination=acct_x"))
                .contains("parameter_invalid_integer");
        assertThat(post("/v1/gold", "")).contains("Unrecognized request URL");
        assertThat(get("/v1/accounts/acct_x")).contains("account_invalid");
        assertThat(get("/_sim/gold")).contains("No such control");
        assertThat(post("/_sim/clock", "advance=soon")).contains("error");
    }

    @Test
    void webhooks_reach_the_platform_and_are_tried_again_when_it_does_not_take_them() throws Exception {
        List<RailSignal> taken = new CopyOnWriteArrayList<>();
        AtomicInteger refusals = new AtomicInteger(1);
        SimulatorRail rail = new SimulatorRail(provider);
        HttpServer platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                String signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
                boolean refused = refusals.getAndDecrement() > 0;
                if (!refused) rail.verify(signature, body, provider.now()).ifPresent(taken::add);
                exchange.sendResponseHeaders(refused ? 500 : 200, -1);
            }
        });
        platform.start();
        try {
            post(
                    "/_sim/webhooks",
                    "url=http://127.0.0.1:" + platform.getAddress().getPort() + "/webhooks/stripe");
            post("/_sim/accounts", "id=acct_anna");
            post("/_sim/funds", "amount=5000&currency=usd");
            post("/v1/transfers", "amount=5000&currency=usd&destination=acct_anna");
            server.deliverWebhooks();
            assertThat(taken).hasSize(2);
            post("/_sim/clock", "advance=PT5M");
            assertThat(taken).hasSize(3).hasAtLeastOneElementOfType(RailSignal.Changed.class);
        } finally {
            platform.stop(0);
        }
    }

    private String post(String path, String form) throws Exception {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(form, UTF_8)));
    }

    private String postOn(String account, String path, String form) throws Exception {
        return send(
                request(path).header("Stripe-Account", account).POST(HttpRequest.BodyPublishers.ofString(form, UTF_8)));
    }

    private String get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path)).header("Authorization", "Bearer sk_test_x");
    }

    private String send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String id(String json) {
        return json.replaceFirst(".*?\"id\":\"(\\w+)\".*", "$1");
    }
}
