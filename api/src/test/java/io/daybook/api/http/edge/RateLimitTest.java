package io.daybook.api.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    private static Answer firstRefused(Supplier<Answer> request, int tries) {
        return IntStream.range(0, tries)
                .mapToObj(i -> request.get())
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow(() -> new AssertionError("all " + tries + " were answered"));
    }
}
