package io.daybook.api.walk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.eventlog.Replay;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.money.Money;
import io.daybook.rail.simulator.SignedWebhook;
import io.daybook.rail.simulator.SimulatedProvider;
import io.daybook.rail.simulator.SimulatorServer;
import io.daybook.rail.simulator.SimulatorSettings;
import io.daybook.rail.simulator.WireObserver;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A whole Daybook and a Stripe-shaped provider over HTTP, with what the walk asks of both. */
final class Walk implements AutoCloseable {
    private static final String SECRET = "whsec_walk";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SimulatedProvider provider = new SimulatedProvider(
            SimulatorSettings.plain(7).openingAccounts().signingWith(SECRET), InstantSource.system());
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final SimulatorServer server;
    private final RunningDaybook daybook;
    private final JdbcClient log;
    private final Api api;
    private List<SignedWebhook> webhooks = List.of();
    private int keys;

    Walk(long funded) throws IOException {
        provider.fund(Money.of(funded, "USD"), "before Daybook");
        server = new SimulatorServer(
                provider, new SimulatorServer.Options(0, "sk_test_walk", Optional.empty(), Duration.ZERO, note()));
        daybook = RunningDaybook.start(
                "--daybook.rails.stripe.api-key=sk_test_walk",
                "--daybook.rails.stripe.api-base=" + server.url(),
                "--daybook.rails.stripe.webhook-secret=" + SECRET,
                "--daybook.rails.stripe.poll-interval=PT1S");
        log = JdbcClient.create(daybook.database().owner());
        api = Api.of(daybook);
        await(
                "the opening balance",
                () -> get("finance-maker", "/rails/stripe")
                                .path("ledger1010")
                                .path("amount")
                                .asLong()
                        == funded);
    }

    /** What is written down while the provider has the request and the caller has no answer yet. */
    private WireObserver note() {
        return exchange -> {
            if (!exchange.method().equals("POST")) return;
            boolean known = exchange.path().equals("/v1/transfers")
                    ? facts("PayoutSubmitted") == 1 && facts("TransferDone") == 0
                    : facts("StepBegun") == 1 && facts("PayoutAccepted") == 0;
            requests.add("POST " + exchange.path() + (known ? ", intent known" : ", intent missing"));
        };
    }

    JsonNode imported(String query, String csv) {
        Answer accepted = as("finance-maker").with("Content-Type", "text/csv").post("/imports?" + query, csv);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String path = "/imports/" + accepted.json().path("id").asString();
        await(
                "the import",
                () -> get("finance-maker", path).path("status").asString().equals("COMPLETED"));
        settle();
        return get("finance-maker", path);
    }

    Api as(String role) {
        return api.as(role);
    }

    Api ada() {
        return api.asContractor("ada");
    }

    Api keyed(String role) {
        return as(role).with("Idempotency-Key", "walk-" + ++keys);
    }

    JsonNode get(String role, String path) {
        Answer answer = as(role).get(path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    JsonNode post(String role, String path, String body, int status) {
        Answer answer = keyed(role).post(path, body);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(status);
        settle();
        return answer.json();
    }

    /** What Ada reads of her own. */
    JsonNode adas(String path) {
        JsonNode own = ada().get("/contractors").json().path("items").path(0);
        Answer answer = ada().get("/contractors/" + own.path("id").asString() + path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    String draft() {
        String now = daybook.context().getBean(InstantSource.class).instant().toString();
        return post(
                        "finance-maker",
                        "/payout-batches",
                        "{\"rail\":\"stripe\",\"currency\":\"USD\",\"cutoff\":\"%s\",\"reference\":\"walk\"}"
                                .formatted(now),
                        201)
                .path("id")
                .asString();
    }

    /** How many facts of this name the log holds. */
    long facts(String type) {
        return log.sql("SELECT count(*) FROM daybook.event_log WHERE type = ?")
                .param(type)
                .query(Long.class)
                .single();
    }

    void expect(String type, long count) {
        assertThat(facts(type)).as(type).isEqualTo(count);
    }

    /** Whether the first facts of these names stand in the log in this order. */
    boolean order(String... types) {
        List<Long> positions = new ArrayList<>();
        for (String type : types)
            positions.add(log.sql("SELECT min(position) FROM daybook.event_log WHERE type = ?")
                    .param(type)
                    .query(Long.class)
                    .single());
        return positions.equals(positions.stream().sorted().toList());
    }

    /** Debit less credit of every account that is not zero. Units: minor units. */
    Map<String, Long> trialBalance() {
        settle();
        Map<String, Long> balances = new TreeMap<>();
        for (JsonNode row : get("auditor", "/ledger/trial-balance").path("rows")) {
            long balance = row.path("debit").asLong() - row.path("credit").asLong();
            if (balance != 0) balances.put(row.path("account").asString(), balance);
        }
        return balances;
    }

    /** Debit less credit of each line on an account, oldest first. Units: minor units. */
    List<Long> journalLines(String account) {
        List<Long> lines = new ArrayList<>();
        for (JsonNode entry :
                get("auditor", "/ledger/journal?account=" + account).path("items"))
            for (JsonNode line : entry.path("lines"))
                if (line.path("account").asString().equals(account))
                    lines.add(line.path("debit").asLong() - line.path("credit").asLong());
        return lines;
    }

    Replay.Report replayed() {
        return daybook.context().getBean(Replay.class).run(new Replay.Wish(false, null), position -> {});
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    void letTheBankWork() {
        provider.advance(Duration.ofDays(3));
        post("finance-maker", "/dev/clock", "{\"advance\":\"PT72H\"}", 200);
        webhooks = provider.takeWebhooks(1_000);
        assertThat(webhooks).isNotEmpty();
    }

    List<Integer> deliverWebhooks() {
        return webhooks.stream()
                .map(webhook -> Api.of(daybook)
                        .with("Stripe-Signature", webhook.signature())
                        .post("/webhooks/stripe", new String(webhook.body(), UTF_8))
                        .status())
                .toList();
    }

    Map<String, Long> paid(Currency currency) {
        return provider.paidPerDestination(currency);
    }

    /** Waits until every view shows all that is in the log. */
    void settle() {
        assertThat(daybook.context().getBean(ProjectionProgress.class).awaitCaughtUp(PATIENCE))
                .isTrue();
    }

    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long for " + what).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    @Override
    public void close() {
        daybook.close();
        server.close();
    }
}
