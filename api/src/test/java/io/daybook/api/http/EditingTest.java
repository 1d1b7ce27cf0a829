package io.daybook.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Finding what is to be edited, and editing what was seen and nothing else. */
class EditingTest {
    private static RunningDaybook daybook;
    private static Api api;

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
        api = Api.of(daybook);
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        String path = "/contractors/" + register(reference());
        Answer first = maker().get(path);
        String tag = first.header("ETag");
        assertThat(tag).matches("\"[0-9]+\\.[a-z2-7]{26}\"");
        Answer again = maker().with("If-None-Match", tag).get(path);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(clear(maker(), path).status()).isEqualTo(200);
        Answer changed = maker().with("If-None-Match", tag).get(path);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void who_has_seen_another_state_changes_nothing() {
        String path = "/contractors/" + register(reference());
        String seen = maker().get(path).header("ETag");
        assertThat(clear(maker().with("If-Match", seen), path).status()).isEqualTo(200);
        String since = maker().get(path).header("ETag");
        Answer stale = maker().with("If-Match", seen).send("PUT", path + "/requirements", "{\"raised\": [\"KYC\"]}");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("precondition-failed");
        assertThat(maker().get(path).header("ETag")).isEqualTo(since);
        for (String none : List.of("\"nonsense\"", "W/" + since))
            assertThat(clear(maker().with("If-Match", none), path).status())
                    .as(none)
                    .isEqualTo(412);
        assertThat(clear(maker().with("If-Match", "\"7777777\", " + since), path)
                        .status())
                .isEqualTo(200);
        assertThat(clear(maker().with("If-Match", "*"), path).status()).isEqualTo(200);
    }

    @Test
    void of_many_who_have_seen_the_same_one_changes_it() throws Exception {
        String path = "/contractors/" + register(reference());
        String seen = maker().get(path).header("ETag");
        List<Future<Answer>> sent = new ArrayList<>();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                String to = "{\"payoutDestination\": \"acct_" + i + "\"}";
                sent.add(
                        all.submit(() -> maker().with("If-Match", seen).send("PUT", path + "/payout-destination", to)));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Answer> answer : sent) statuses.add(answer.get().status());
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(11);
    }

    @Test
    void a_condition_that_would_be_passed_over_is_refused() {
        Answer answer = maker().with("If-Match", "\"1\"").post("/contractors", contractor(reference()));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).contains("If-Match");
    }

    @Test
    void contractors_are_found_by_reference_name_and_email_and_by_whether_they_can_be_paid() {
        String reference = reference();
        String id = register(reference);
        register(reference());
        for (String query : List.of(
                "reference=" + reference,
                "email=" + reference.toUpperCase(java.util.Locale.ROOT) + "@example.com",
                "name=ada%20" + reference,
                "q=" + reference,
                "q=" + reference + "@example.com",
                "q=Ada%20" + reference,
                "payable=false&q=" + reference)) {
            JsonNode items = maker().get("/contractors?" + query).json().path("items");
            assertThat(items.size()).as(query).isEqualTo(1);
            assertThat(items.at("/0/id").asString()).isEqualTo(id);
        }
        assertThat(found("payable=true&q=" + reference)).isZero();
        clear(maker(), "/contractors/" + id);
        maker().send("PUT", "/contractors/" + id + "/payout-destination", "{\"payoutDestination\": \"acct_1\"}");
        assertThat(found("payable=true&q=" + reference)).isEqualTo(1);
        assertThat(found("payable=false&q=" + reference)).isZero();
        assertThat(found("name=nobody&q=" + reference)).isZero();
        Answer first = maker().get("/contractors?payable=false&limit=1");
        assertThat(first.header("Link")).contains("payable=false", "limit=1", "cursor=");
    }

    @Test
    void a_rejected_sheet_says_who_rejected_it_and_why() {
        String reference = reference();
        String contractor = register(reference);
        String engagement = maker().post("/engagements", """
                        {"contractor": "%s", "project": "Labels", "currency": "USD", "rateFrom": "2025-12-01",
                         "hourlyRate": {"amount": 4000, "currency": "USD"}}
                        """.formatted(contractor))
                .json()
                .path("id")
                .asString();
        Api ada = api.asContractor(reference);
        String sheet = "/timesheets/"
                + ada.post("/timesheets", "{\"engagement\": \"" + engagement + "\", \"period\": \"2026-01-05\"}")
                        .json()
                        .path("id")
                        .asString();
        ada.post(sheet + "/entries", "{\"date\": \"2026-01-05\", \"seconds\": 60, \"task\": \"t\"}");
        int revision = ada.post(sheet + "/submit", null).json().path("revision").asInt();
        String seen = ada.get(sheet).header("ETag");
        Answer rejected = api.as("approver")
                .with("If-Match", seen)
                .post(sheet + "/reject", "{\"revision\": " + revision + ", \"reason\": \"which labels?\"}");
        assertThat(rejected.status()).as(rejected.body()).isEqualTo(200);
        JsonNode decision = ada.get(sheet).json().path("decision");
        assertThat(decision.path("what").asString()).isEqualTo("REJECTED");
        assertThat(decision.path("reason").asString()).isEqualTo("which labels?");
        assertThat(decision.path("by").asString()).isEqualTo("dev-approver");
        assertThat(api.as("approver")
                        .with("If-Match", seen)
                        .post(sheet + "/approve", "{\"revision\": " + revision + "}")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void who_was_left_out_can_still_be_read_when_a_batch_is_frozen() {
        String paid = register(reference());
        clear(maker(), "/contractors/" + paid);
        maker().send("PUT", "/contractors/" + paid + "/payout-destination", "{\"payoutDestination\": \"acct_1\"}");
        String blocked = register(reference());
        for (String who : List.of(paid, blocked)) keyed("finance-maker").post("/adjustments", """
                {"contractor": "%s", "kind": "BONUS", "amount": {"amount": 5000, "currency": "USD"}, "reason": "r"}
                """.formatted(who));
        Answer draft = keyed("finance-maker").post("/payout-batches", """
                        {"rail": "simulator", "currency": "USD", "cutoff": "2100-01-01T00:00:00Z",
                         "filter": {"contractors": ["%s", "%s"]}}
                        """.formatted(paid, blocked));
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        String batch = "/payout-batches/" + draft.json().path("id").asString();
        JsonNode before = maker().get(batch + "/excluded").json();
        assertThat(before.at("/items/0/contractor/id").asString()).isEqualTo(blocked);
        Answer frozen = keyed("finance-maker").post(batch + "/freeze", null);
        assertThat(frozen.status()).as(frozen.body()).isEqualTo(200);
        assertThat(frozen.json().at("/preview/excluded/0/reason").asString()).isEqualTo("KYC");
        clear(maker(), "/contractors/" + blocked);
        assertThat(maker().get(batch + "/excluded").json()).isEqualTo(before);
        String seen = maker().get(batch).header("ETag");
        assertThat(keyed("finance-maker")
                        .with("If-Match", "\"0\"")
                        .post(batch + "/cancel", null)
                        .status())
                .isEqualTo(412);
        assertThat(keyed("finance-maker")
                        .with("If-Match", seen)
                        .post(batch + "/cancel", null)
                        .status())
                .isEqualTo(200);
        assertThat(maker().get(batch + "/excluded").json()).isEqualTo(before);
    }

    private static int found(String query) {
        return maker().get("/contractors?" + query).json().path("items").size();
    }

    private static Answer clear(Api who, String contractor) {
        return who.send("PUT", contractor + "/requirements", "{\"cleared\": [\"KYC\", \"TAX_FORM\"]}");
    }

    private static Api maker() {
        return api.as("finance-maker");
    }

    private static Api keyed(String role) {
        return api.as(role).with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static String reference() {
        return "c-" + UUID.randomUUID();
    }

    private static String register(String reference) {
        return maker().post("/contractors", contractor(reference))
                .json()
                .path("id")
                .asString();
    }

    private static String contractor(String reference) {
        return """
                {"reference": "%s", "name": "Ada %s", "email": "%s@example.com", "country": "CH", "currency": "USD"}
                """.formatted(reference, reference, reference);
    }
}
