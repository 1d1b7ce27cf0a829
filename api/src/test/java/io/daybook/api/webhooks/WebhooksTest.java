package io.daybook.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.http.Api;
import io.daybook.api.webhooks.HookServer.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebhooksTest {
    private static Hooks hooks;

    @BeforeAll
    static void start() {
        hooks = new Hooks();
    }

    @AfterAll
    static void stop() {
        hooks.close();
    }

    @Test
    void what_happens_is_told_signed_without_personal_data_and_listed() {
        JsonNode endpoint = hooks.endpoint("/told", "contractor.registered");
        Api.Answer made = hooks.contractor();
        Heard heard = hooks.server.await("/told", 1).getFirst();
        assertThat(heard.json().propertyNames()).containsExactly("type", "timestamp", "data");
        assertThat(heard.type()).isEqualTo("contractor.registered");
        assertThat(heard.json().at("/data/contractor")).isEqualTo(made.json().path("id"));
        assertThat(heard.json().at("/data/position").asString()).isEqualTo(made.header("Daybook-Position"));
        assertThat(heard.body()).doesNotContain("Ada").doesNotContain("example.com");
        assertThat(heard.signature()).isEqualTo(signed(endpoint.path("secret").asString(), heard));
        assertThat(Long.parseLong(heard.timestamp()))
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond() + 60);
        JsonNode delivery = hooks.awaitDelivery(endpoint, "DELIVERED");
        assertThat(delivery.path("id").asString()).isEqualTo(heard.id());
        assertThat(delivery.at("/attempts/0/code").asInt()).isEqualTo(204);
        assertThat(hooks.show(endpoint).has("secret")).isFalse();
    }

    @Test
    void a_secret_lies_sealed_and_a_repeat_of_the_request_gets_the_same_one() {
        String body = "{\"url\": \"" + hooks.server.url("/sealed") + "\", \"eventTypes\": [\"payout.paid\"]}";
        Api keyed = hooks.admin().with("Idempotency-Key", "sealed");
        String secret =
                keyed.post("/webhook-endpoints", body).json().path("secret").asString();
        hooks.database()
                .sql("UPDATE daybook.idempotency SET answer = NULL, sealed_for = NULL")
                .update();
        assertThat(keyed.post("/webhook-endpoints", body).json().path("secret").asString())
                .isEqualTo(secret);
        assertThat(hooks.database()
                        .sql("SELECT string_agg(sealed, ' ') FROM daybook.webhook_secret")
                        .query(String.class)
                        .single())
                .doesNotContain(secret.substring(6));
    }

    @Test
    void what_nobody_takes_is_tried_again_as_time_passes_under_the_same_id() {
        JsonNode endpoint = hooks.endpoint("/busy", "webhook.ping");
        hooks.server.answer("/busy", 503);
        hooks.post(endpoint, "ping", "{}");
        hooks.server.await("/busy", 1);
        HookServer.await(
                "the failure", () -> hooks.show(endpoint).path("failingSince").isString());
        hooks.advance(Duration.ofSeconds(6));
        hooks.server.await("/busy", 2);
        HookServer.await(
                "two attempts",
                () -> hooks.deliveries(endpoint, "").at("/0/attempts").size() == 2);
        hooks.server.answer("/busy", 200);
        hooks.advance(Duration.ofMinutes(6));
        List<Heard> heard = hooks.server.await("/busy", 3);
        assertThat(heard).extracting(Heard::id).containsOnly(heard.getFirst().id());
        assertThat(heard).extracting(Heard::body).containsOnly(heard.getFirst().body());
        JsonNode delivery = hooks.awaitDelivery(endpoint, "DELIVERED");
        assertThat(delivery.path("attempts").size()).isEqualTo(3);
        assertThat(delivery.at("/attempts/0/problem").asString()).isEqualTo("status");
        assertThat(hooks.show(endpoint).path("failingSince").isNull()).isTrue();
    }

    @Test
    void what_nobody_takes_for_three_days_is_given_up_and_monitoring_hears_of_it() {
        JsonNode endpoint = hooks.endpoint("/dead", "webhook.ping");
        hooks.server.answer("/dead", 500);
        hooks.post(endpoint, "ping", "{}");
        hooks.server.await("/dead", 1);
        HookServer.await(
                "the failure", () -> hooks.show(endpoint).path("failingSince").isString());
        hooks.advance(Duration.ofHours(73));
        JsonNode delivery = hooks.awaitDelivery(endpoint, "GIVEN_UP");
        assertThat(delivery.path("nextAt").isNull()).isTrue();
        Api operator = Api.of(hooks.daybook).as("operator");
        assertThat(operator.get("//actuator/prometheus").body())
                .containsPattern("daybook_webhooks_given_up_messages [1-9]");
        assertThat(operator.get("//actuator/health").body()).contains(Hooks.id(endpoint));
        assertThat(Api.of(hooks.daybook).get("//actuator/health/readiness").status())
                .isEqualTo(200);
        hooks.post(endpoint, "disable", "{}");
    }

    @Test
    void while_a_secret_rotates_messages_are_signed_with_both() {
        JsonNode endpoint = hooks.endpoint("/rotating", "webhook.ping");
        String first = endpoint.path("secret").asString();
        String second = hooks.post(endpoint, "rotate-secret", "{\"overlap\": \"PT24H\"}")
                .json()
                .path("secret")
                .asString();
        hooks.post(endpoint, "ping", "{}");
        Heard both = hooks.server.await("/rotating", 1).getFirst();
        assertThat(both.signature()).isEqualTo(signed(second, both) + " " + signed(first, both));
        hooks.advance(Duration.ofHours(25));
        hooks.post(endpoint, "ping", "{}");
        Heard one = hooks.server.await("/rotating", 2).getLast();
        assertThat(one.signature()).isEqualTo(signed(second, one));
    }

    @Test
    void what_was_said_is_said_again_when_asked_for_by_event_or_by_time() {
        JsonNode endpoint = hooks.endpoint("/again", "contractor.registered");
        Instant from =
                Instant.parse(hooks.contractor().json().path("registeredAt").asString("2000-01-01T00:00:00Z"));
        Heard first = hooks.server.await("/again", 1).getFirst();
        String event = first.json().at("/data/event").asString();
        hooks.completed(hooks.post(endpoint, "replay", "{\"event\": \"" + event + "\"}"), "admin");
        // What waits to be sent again is sent once, however often that was asked for meanwhile.
        hooks.server.await("/again", 2);
        hooks.completed(hooks.post(endpoint, "replay", "{\"event\": \"" + first.id() + "\"}"), "admin");
        List<Heard> three = hooks.server.await("/again", 3);
        assertThat(three.subList(0, 3)).extracting(Heard::id).containsOnly(first.id());
        hooks.completed(hooks.post(endpoint, "replay", "{\"from\": \"" + from + "\"}"), "admin");
        HookServer.await(
                "the range",
                () -> hooks.server.at("/again").stream()
                                .filter(each -> each.id().equals(first.id())
                                        && each.body().equals(first.body()))
                                .count()
                        >= 4);
        assertThat(hooks.admin()
                        .post("/webhook-endpoints/" + Hooks.id(endpoint) + "/replay", "{\"event\": \"nothing\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_replay_of_the_views_tells_nobody_anything() {
        JsonNode endpoint = hooks.endpoint("/quiet", "contractor.registered");
        hooks.contractor();
        hooks.server.await("/quiet", 1);
        hooks.completed(Api.of(hooks.daybook).as("operator").post("/replays", "{}"), "operator");
        hooks.contractor();
        List<Heard> heard = hooks.server.await("/quiet", 2);
        assertThat(heard).extracting(Heard::id).doesNotHaveDuplicates();
        assertThat(hooks.deliveries(endpoint, "").size()).isEqualTo(2);
    }

    @Test
    void whoever_answers_410_is_disabled_and_hears_nothing_until_enabled() {
        JsonNode endpoint = hooks.endpoint("/gone", "contractor.registered");
        hooks.server.answer("/gone", 410);
        hooks.contractor();
        HookServer.await(
                "gone",
                () -> hooks.show(endpoint).path("disabledBecause").asString("").equals("gone"));
        hooks.contractor();
        assertThat(hooks.admin()
                        .post("/webhook-endpoints/" + Hooks.id(endpoint) + "/ping", "{}")
                        .code())
                .isEqualTo("illegal-state");
        hooks.server.answer("/gone", 204);
        hooks.post(endpoint, "enable", "{}");
        hooks.contractor();
        HookServer.await(
                "what came since",
                () -> hooks.deliveries(endpoint, "?status=DELIVERED").size() == 1);
        assertThat(hooks.server.at("/gone")).hasSize(2);
    }

    @Test
    void a_redirect_is_a_failure_and_nobody_goes_there() {
        JsonNode endpoint = hooks.endpoint("/moved", "webhook.ping");
        for (int status : List.of(301, 302, 307, 308)) {
            hooks.server.answer("/moved", status);
            hooks.post(endpoint, "ping", "{}");
        }
        HookServer.await(
                "four tries",
                () -> hooks.deliveries(endpoint, "")
                        .valueStream()
                        .allMatch(each ->
                                each.at("/attempts/0/problem").asString("").equals("redirect")));
        assertThat(hooks.server.at("/redirected")).isEmpty();
        hooks.post(endpoint, "disable", "{}");
    }

    @Test
    void a_private_address_is_refused_when_it_is_given_and_again_when_something_is_sent() {
        for (String url :
                List.of("https://10.0.0.1/", "http://169.254.169.254/", "https://2130706433/", "ftp://a.b/")) {
            Api.Answer answer = hooks.admin().post("/webhook-endpoints", "{\"url\": \"" + url + "\"}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("address-refused");
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/url");
        }
        JsonNode endpoint = hooks.endpoint("/turned", "webhook.ping");
        hooks.database()
                .sql("UPDATE daybook.webhook_endpoint SET url = 'https://10.0.0.1/' WHERE id = ?")
                .param(Hooks.id(endpoint))
                .update();
        hooks.post(endpoint, "ping", "{}");
        HookServer.await(
                "the refusal",
                () -> hooks.deliveries(endpoint, "")
                        .at("/0/attempts/0/problem")
                        .asString("")
                        .equals("address-refused"));
    }

    @Test
    void one_who_does_not_answer_delays_nobody_else() {
        JsonNode slow = hooks.endpoint("/slow", "contractor.registered");
        JsonNode quick = hooks.endpoint("/quick", "contractor.registered");
        hooks.server.hold("/slow");
        for (int i = 0; i < 12; i++) hooks.contractor();
        hooks.server.await("/quick", 12);
        HookServer.await(
                "all", () -> hooks.deliveries(quick, "?status=DELIVERED").size() == 12);
        assertThat(hooks.deliveries(slow, "?status=DELIVERED").size()).isZero();
        assertThat(hooks.server.at("/slow").size()).isBetween(1, Lanes.OF_EACH);
        hooks.server.letGo("/slow");
        HookServer.await(
                "the rest", () -> hooks.deliveries(slow, "?status=DELIVERED").size() == 12);
    }

    @Test
    void only_an_administrator_decides_who_is_told() {
        for (String role : List.of("finance-maker", "finance-checker", "approver", "operator", "auditor"))
            assertThat(Api.of(hooks.daybook)
                            .as(role)
                            .post("/webhook-endpoints", "{}")
                            .status())
                    .as(role)
                    .isEqualTo(403);
        assertThat(Api.of(hooks.daybook).as("auditor").get("/webhook-endpoints").status())
                .isEqualTo(200);
        assertThat(Api.of(hooks.daybook)
                        .as("finance-maker")
                        .get("/webhook-endpoints")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_endpoint_is_changed_and_deleted_with_all_that_was_to_be_said_to_it() {
        JsonNode endpoint = hooks.endpoint("/leaving", "webhook.ping");
        String path = "/webhook-endpoints/" + Hooks.id(endpoint);
        assertThat(hooks.admin()
                        .post(
                                "/webhook-endpoints",
                                "{\"url\": \"https://a.example.com/\", \"reference\": \"/leaving\"}")
                        .code())
                .isEqualTo("reference-taken");
        JsonNode changed = hooks.admin()
                .send(
                        "PUT",
                        path,
                        "{\"url\": \"" + hooks.server.url("/left") + "\", \"eventTypes\": [\"payout.paid\"]}")
                .json();
        assertThat(changed.at("/eventTypes/0").asString()).isEqualTo("payout.paid");
        assertThat(hooks.admin()
                        .send(
                                "PUT",
                                path,
                                "{\"url\": \"https://a.example.com/\", \"eventTypes\": [\"a\", \"payout.paid\"]}")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/eventTypes/0");
        hooks.post(endpoint, "ping", "{}");
        hooks.awaitDelivery(endpoint, "DELIVERED");
        assertThat(hooks.admin().send("DELETE", path, null).status()).isEqualTo(204);
        assertThat(hooks.admin().get(path).status()).isEqualTo(404);
    }

    private static String signed(String secret, Heard heard) {
        return new WebhookSecret(secret).sign(heard.id(), Long.parseLong(heard.timestamp()), heard.body());
    }
}
