package io.daybook.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyTest {
    private static final String HOLD =
            "{\"reason\": \"a dispute\", \"amount\": {\"amount\": 500, \"currency\": \"USD\"}}";
    private static RunningDaybook daybook;
    private static Api maker;
    private static String holds;

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
        maker = Api.of(daybook).as("finance-maker");
        holds = "/contractors/" + contractor("c-1").json().path("id").asString() + "/holds";
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    @Test
    void the_same_key_and_body_get_the_same_answer_and_change_nothing() {
        Api keyed = keyed();
        Answer first = keyed.post(holds, HOLD);
        int holdsThen = count();
        Answer again =
                keyed.post(holds, "{\"amount\":{\"currency\":\"USD\",\"amount\":500}, \"reason\":\"a dispute\"}");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Daybook-Position")).isEqualTo(first.header("Daybook-Position"));
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(count()).isEqualTo(holdsThen);
    }

    @Test
    void an_answer_is_kept_when_the_program_is_started_again() {
        String key = UUID.randomUUID().toString();
        Answer first = maker.with("Idempotency-Key", key).post(holds, HOLD);
        int before = count();
        daybook.restart();
        maker = Api.of(daybook).as("finance-maker");
        Answer again = maker.with("Idempotency-Key", key).post(holds, HOLD);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(maker.with("Idempotency-Key", key)
                        .post(holds, HOLD.replace("500", "501"))
                        .code())
                .isEqualTo("idempotency-key-reused");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void a_key_on_a_head_request_is_not_used_up() {
        Api keyed = keyed();
        Answer head = keyed.send("HEAD", holds, null);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        Answer first = keyed.post(holds, HOLD);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        Api keyed = keyed();
        keyed.post(holds, HOLD);
        Answer other = keyed.post(holds, HOLD.replace("500", "501"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_key_belongs_to_its_caller_and_its_route() {
        String key = UUID.randomUUID().toString();
        Answer one = maker.with("Idempotency-Key", key).post(holds, HOLD);
        Answer other = Api.of(daybook)
                .as("finance-checker")
                .with("Idempotency-Key", key)
                .post(holds, HOLD);
        assertThat(other.json().path("id")).isNotEqualTo(one.json().path("id"));
        String elsewhere = "/contractors/" + contractor("c-2").json().path("id").asString() + "/holds";
        assertThat(maker.with("Idempotency-Key", key).post(elsewhere, HOLD).status())
                .isEqualTo(201);
    }

    @Test
    void parallel_repeats_do_it_once() throws Exception {
        Api keyed = keyed();
        int before = count();
        List<Callable<Answer>> repeats = new ArrayList<>();
        for (int i = 0; i < 16; i++) repeats.add(() -> keyed.post(holds, HOLD));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> repeat : threads.invokeAll(repeats)) {
                Answer answer = repeat.get();
                assertThat(answer.status()).isIn(201, 409);
                if (answer.status() == 409) assertThat(answer.code()).isEqualTo("idempotency-key-in-use");
            }
        }
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void a_request_that_died_after_its_order_is_run_again_harmlessly() {
        Api keyed = keyed();
        Answer first = keyed.post(holds, HOLD);
        int before = count();
        sql("UPDATE daybook.idempotency SET answer = NULL, sealed_for = NULL");
        assertThat(keyed.post(holds, HOLD.replace("500", "501")).code()).isEqualTo("idempotency-key-reused");
        Answer again = keyed.post(holds, HOLD);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void what_a_rule_refused_is_kept_and_what_was_only_misspelt_is_not() {
        Api keyed = keyed();
        assertThat(keyed.post(holds, "{\"reson\": \"x\"}").code()).isEqualTo("unknown-field");
        Answer refused = keyed.post(holds, HOLD.replace("500", "0"));
        assertThat(refused.code()).isEqualTo("not-positive");
        assertThat(keyed.post(holds, HOLD).code()).isEqualTo("idempotency-key-reused");
        assertThat(keyed.post(holds, HOLD.replace("500", "0")).body()).isEqualTo(refused.body());
    }

    @Test
    void kept_answers_cannot_be_read_in_the_database() {
        keyed().post(holds, HOLD);
        String kept = JdbcClient.create(daybook.database().owner())
                .sql("SELECT string_agg(encode(answer, 'escape'), ' ') FROM daybook.idempotency")
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain("dispute");
    }

    @Test
    void money_moves_only_under_a_key() {
        for (String path : List.of("/adjustments", "/funding", "/payout-batches", "/payout-batches/x/freeze")) {
            Answer answer = maker.post(path, "{");
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("idempotency-key-required");
        }
        assertThat(maker.with("Idempotency-Key", "x".repeat(256))
                        .post(holds, HOLD)
                        .code())
                .isEqualTo("bad-idempotency-key");
    }

    private static Api keyed() {
        return maker.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static int count() {
        return maker.get(holds).json().path("items").size();
    }

    private static Answer contractor(String reference) {
        return maker.post("/contractors", """
                {"reference": "%s", "name": "Ada", "email": "ada@example.com", "country": "CH", "currency": "USD"}
                """.formatted(reference));
    }

    private static void sql(String statement) {
        JdbcClient.create(daybook.database().owner()).sql(statement).update();
    }

    @Test
    void a_body_that_is_no_upload_has_a_limit_whatever_it_calls_itself() {
        String large = "x".repeat(9 * 1024 * 1024);
        Api binary = keyed().with("Content-Type", "application/octet-stream");
        assertThat(binary.post(holds, large).code()).isEqualTo("too-large");
        Answer message = Api.of(daybook)
                .with("Content-Type", "application/octet-stream")
                .with("Stripe-Signature", "t=1,v1=00")
                .post("/webhooks/stripe", "x".repeat(600 * 1024));
        assertThat(message.status()).isEqualTo(413);
        assertThat(message.code()).isEqualTo("too-large");
    }
}
