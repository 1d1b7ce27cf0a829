package io.daybook.api.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.registry.HealthContributorRegistry;

class RateLimitTest {
    private static RunningDaybook daybook;
    private static Api api;

    /** So slow that what comes back during the test does not matter. */
    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start(
                "--daybook.http.requests-per-second=1",
                "--daybook.http.burst=40",
                "--daybook.http.reports-per-second=1",
                "--daybook.http.failed-logins-per-second=1");
        api = Api.of(daybook);
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    @Test
    void whoever_asks_too_much_is_told_when_to_come_again_and_nobody_else_is() {
        Api auditor = api.as("auditor");
        Answer first = auditor.get("/contractors");
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"requests\";q=40;w=40");
        assertThat(first.header("RateLimit")).matches("\"requests\";r=\\d+;t=\\d+");
        Answer refused = firstRefused(() -> auditor.get("/contractors"), 80);
        assertThat(refused.code()).isEqualTo("rate-limited");
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
        assertThat(refused.header("RateLimit")).startsWith("\"requests\";r=0;");
        assertThat(api.as("operator").get("/dead-letters").status()).isEqualTo(200);
        assertThat(api.get("//actuator/health/liveness").status()).isEqualTo(200);
    }

    @Test
    void what_reads_all_of_the_books_has_a_smaller_budget_of_its_own() {
        Api checker = api.as("finance-checker");
        Answer refused = firstRefused(() -> checker.get("/ledger/integrity"), 20);
        assertThat(refused.header("RateLimit-Policy")).contains("\"reports\";q=10;w=10", "\"requests\";");
        assertThat(checker.get("/contractors").status()).isEqualTo(200);
    }

    /** A token is not weighed again by whoever guesses, and one that is right still counts. */
    @Test
    void who_fails_to_say_who_they_are_is_slowed_down_by_address() {
        Answer refused =
                firstRefused(() -> api.with("Authorization", "Bearer x").get("/contractors"), 40);
        assertThat(refused.code()).isEqualTo("rate-limited");
        assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
        assertThat(api.as("approver").get("/timesheets").status()).isEqualTo(200);
    }

    @Test
    void keys_that_nobody_knows_are_not_looked_up_without_end() {
        Api guessing = api.with("Authorization", "Bearer dbk_" + "a".repeat(12) + "_" + "x".repeat(43));
        Answer refused = firstRefused(() -> guessing.get("/contractors"), 40);
        assertThat(refused.header("RateLimit-Policy")).isIn("\"api-keys\";q=10;w=10", "\"failed-logins\";q=10;w=10");
        assertThat(refused.header("RateLimit")).matches("\"(api-keys|failed-logins)\";r=0;t=\\d+");
        assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
        List<Answer> more = IntStream.range(0, 20)
                .mapToObj(i -> guessing.get("/contractors"))
                .toList();
        assertThat(more).anyMatch(answer -> answer.header("RateLimit-Policy").startsWith("\"api-keys\""));
    }

    @Test
    void health_is_looked_after_once_for_all_who_ask_and_its_details_are_the_operators() {
        assertThat(daybook.context().getBean(HealthContributorRegistry.class).stream())
                .isNotEmpty()
                .allMatch(entry -> entry.contributor() instanceof RememberedHealth);
        assertThat(api.get("//actuator/health").json().propertyNames()).containsOnly("status", "groups");
        assertThat(api.get("//actuator/health/db").status()).isNotEqualTo(200);
        assertThat(api.as("operator").get("//actuator/health").json().path("components"))
                .isNotEmpty();
    }

    @Test
    void no_such_answer_is_kept_under_a_key() {
        Api maker = api.as("finance-maker")
                .with("Idempotency-Key", UUID.randomUUID().toString());
        firstRefused(() -> maker.get("/contractors"), 80);
        String body = """
                {"reference": "%s", "name": "Ada", "email": "a@example.com", "country": "CH", "currency": "USD"}
                """.formatted(UUID.randomUUID());
        List<Integer> statuses = new ArrayList<>();
        Answer last = maker.post("/contractors", body);
        statuses.add(last.status());
        long end = System.nanoTime() + 20_000_000_000L;
        while (last.status() == 429 && System.nanoTime() < end) last = maker.post("/contractors", body);
        assertThat(statuses).containsExactly(429);
        assertThat(last.status()).isEqualTo(201);
        assertThat(last.header("Idempotency-Replayed")).isEmpty();
    }

    /** Else whoever asks too much would be waited for before being told so. */
    @Test
    void a_body_is_not_waited_for_where_there_is_nothing_left() throws IOException {
        List<String> statuses = new ArrayList<>();
        for (int i = 0; i < 3 && !statuses.contains("429"); i++) {
            firstRefused(() -> api.post("/webhooks/stripe", "{}"), 80);
            statuses.add(statusWithoutBody("/api/v1/webhooks/stripe"));
        }
        assertThat(statuses).contains("429");
    }

    private static String statusWithoutBody(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", URI.create(daybook.url()).getPort())) {
            socket.setSoTimeout(30_000);
            String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1).substring(9);
        }
    }

    private static Answer firstRefused(Supplier<Answer> request, int tries) {
        return IntStream.range(0, tries)
                .mapToObj(i -> request.get())
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow(() -> new AssertionError("all " + tries + " were answered"));
    }
}
