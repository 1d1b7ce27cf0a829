package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import io.daybook.api.security.TestTokens;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AcknowledgedAlertsTest {
    private static RunningDaybook daybook;

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start("--daybook.four-eyes-limit=10000");
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    @Test
    void who_makes_or_changes_an_endpoint_is_named_and_another_puts_that_to_rest_until_it_happens_again() {
        Api ann = as("ann", "admin");
        assertThat(alerts("webhook-endpoint-changes", "ann", "")).isEmpty();
        Answer made = keyed(ann).post("/webhook-endpoints", "{\"url\": \"http://127.0.0.1:9/hook\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        JsonNode alert =
                alerts("webhook-endpoint-changes", "ann", "?status=OPEN").getFirst();
        assertThat(alert.path("count").asLong()).isEqualTo(1);

        String path = "/alerts/" + alert.path("id").asString() + "/acknowledge";
        Answer own = ann.post(path, "{\"reason\": \"It was me\"}");
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.code()).isEqualTo("needs-second-person");
        assertThat(alerts("second-person-refused", "ann", "")).hasSize(1);
        assertThat(as("mia", "finance-maker").post(path, "{\"reason\": \"x\"}").code())
                .isEqualTo("forbidden");
        assertThat(as("bob", "admin").post(path, "{\"reason\": \" \"}").code()).isEqualTo("bad-value");

        Answer seen = as("bob", "admin").post(path, "{\"reason\": \"Asked ann on the phone\"}");
        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        assertThat(alerts("webhook-endpoint-changes", "ann", "?status=OPEN")).isEmpty();
        JsonNode resting = alerts("webhook-endpoint-changes", "ann", "?status=ACKNOWLEDGED")
                .getFirst();
        assertThat(resting.at("/acknowledgement/by").asString()).isEqualTo("bob");
        assertThat(resting.at("/acknowledgement/reason").asString()).isEqualTo("Asked ann on the phone");
        assertThat(alerts("webhook-endpoint-changes", "ann", "")).hasSize(1);

        String endpoint = "/webhook-endpoints/" + made.json().path("id").asString();
        assertThat(keyed(ann).post(endpoint + "/rotate-secret", "{}").status()).isEqualTo(200);
        assertThat(alerts("webhook-endpoint-changes", "ann", "?status=OPEN")).hasSize(1);
        assertThat(as("bob", "admin").post(path, "{\"reason\": \"Again\"}").status())
                .isEqualTo(200);
        assertThat(ann.send("PUT", endpoint, "{\"url\": \"http://127.0.0.1:9/other\"}")
                        .status())
                .isEqualTo(200);
        assertThat(alerts("webhook-endpoint-changes", "ann", "?status=OPEN")).hasSize(1);
    }

    @Test
    void adjustments_that_pass_the_limit_only_together_are_heard_of() {
        Api mia = as("mia", "finance-maker");
        mia.post("/contractors", """
                {"reference": "ada", "name": "Ada", "email": "ada@x.example", "country": "PT", "currency": "USD"}
                """);
        for (int i = 0; i < 2; i++) adjust(mia, 5_000);
        assertThat(alerts("adjustments-add-up", "mia", "")).isEmpty();
        adjust(mia, 1);
        JsonNode alert = alerts("adjustments-add-up", "mia", "").getFirst();
        assertThat(alert.path("count").asLong()).as("accounts").isEqualTo(1);
        String path = "/alerts/" + alert.path("id").asString() + "/acknowledge";
        assertThat(as("mia", "finance-maker", "finance-checker")
                        .post(path, "{\"reason\": \"Mine\"}")
                        .code())
                .isEqualTo("needs-second-person");
    }

    @Test
    void an_alert_that_is_not_there_is_not_acknowledged() {
        assertThat(as("bob", "admin")
                        .post("/alerts/alert-x/acknowledge", "{\"reason\": \"r\"}")
                        .status())
                .isEqualTo(404);
    }

    private static void adjust(Api maker, long minor) {
        Answer answer = keyed(maker).post("/adjustments", """
                {"contractor": "ada", "kind": "BONUS", "amount": {"amount": %d, "currency": "USD"}, "reason": "r"}
                """.formatted(minor));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static List<JsonNode> alerts(String kind, String subject, String query) {
        JsonNode page = as("eve", "operator").get("/alerts" + query).json();
        return Stream.of(page.path("items"))
                .flatMap(items -> items.values().stream())
                .filter(alert -> alert.path("kind").asString().equals(kind)
                        && alert.path("subject").asString().equals(subject))
                .toList();
    }

    private static Api as(String subject, String... roles) {
        return Api.of(daybook).with("Authorization", "Bearer " + TestTokens.of(daybook, subject, roles));
    }

    private static Api keyed(Api api) {
        return api.with("Idempotency-Key", UUID.randomUUID().toString());
    }
}
