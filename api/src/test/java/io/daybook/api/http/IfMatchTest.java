package io.daybook.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is shown with a tag is ordered about under it, everywhere alike. */
class IfMatchTest {
    /** A statement is made beside the contractor, and nothing of the contractor is changed by it. */
    private static final String STATEMENTS = "/api/v1/contractors/{id}/statements";

    private static final String NEVER = "\"77\"";
    private static RunningDaybook daybook;
    private String contractor = "";

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    @BeforeEach
    void register() {
        contractor = "/contractors/"
                + as("finance-maker")
                        .post("/contractors", """
                        {"reference": "c-%s", "name": "Ada", "email": "a@example.com", "country": "CH", "currency": "USD",
                         "payoutDestination": "acct_1"}
                        """.formatted(UUID.randomUUID()))
                        .json()
                        .path("id")
                        .asString();
    }

    @Test
    void whoever_reads_a_tag_can_send_it_with_every_order_about_that_and_with_no_other() {
        JsonNode paths = Api.of(daybook).get("//v3/api-docs").json().path("paths");
        List<String> tagged = new ArrayList<>();
        paths.properties().forEach(path -> {
            if (path.getValue().at("/get/responses/200/headers").has("ETag")) tagged.add(path.getKey());
        });
        assertThat(tagged).hasSizeGreaterThanOrEqualTo(4);
        List<String> wrong = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getKey().equals("get")) return;
                    boolean takes =
                            operation.getValue().path("parameters").toString().contains("\"If-Match\"");
                    boolean about = !path.getKey().equals(STATEMENTS)
                            && tagged.stream()
                                    .anyMatch(thing -> path.getKey().equals(thing)
                                            || path.getKey().startsWith(thing + "/"));
                    if (takes != about) wrong.add(operation.getKey() + " " + path.getKey());
                }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void who_has_seen_another_state_neither_holds_nor_lifts() {
        Api maker = Api.of(daybook).as("finance-maker");
        String holds = contractor + "/holds";
        String reason = "{\"reason\": \"r\"}";
        assertThat(maker.with("If-Match", NEVER).post(holds, reason).status()).isEqualTo(412);
        assertThat(maker.get(holds).json().path("items")).isEmpty();
        String seen = maker.get(contractor).header("ETag");
        String hold = holds + "/"
                + maker.with("If-Match", seen)
                        .post(holds, reason)
                        .json()
                        .path("id")
                        .asString();
        assertThat(maker.with("If-Match", seen).send("DELETE", hold, null).status())
                .isEqualTo(412);
        assertThat(maker.send("DELETE", hold, null).status()).isEqualTo(204);
    }

    @Test
    void who_has_seen_another_state_neither_freezes_nor_releases() {
        Api maker = as("finance-maker");
        maker.send("PUT", contractor + "/requirements", "{\"cleared\": [\"KYC\", \"TAX_FORM\"]}");
        String id = contractor.substring("/contractors/".length());
        maker.post("/adjustments", """
                {"contractor": "%s", "kind": "BONUS", "amount": {"amount": 5000, "currency": "USD"}, "reason": "r"}
                """.formatted(id));
        String batch = "/payout-batches/"
                + as("finance-maker")
                        .post("/payout-batches", """
                        {"rail": "simulator", "currency": "USD", "cutoff": "2100-01-01T00:00:00Z",
                         "filter": {"contractors": ["%s"]}}
                        """.formatted(id))
                        .json()
                        .path("id")
                        .asString();
        String draft = maker.get(batch).header("ETag");
        assertThat(verb("finance-maker", batch + "/freeze", NEVER)).isEqualTo(412);
        assertThat(maker.get(batch).json().path("status").asString()).isEqualTo("DRAFT");
        assertThat(verb("finance-maker", batch + "/freeze", draft)).isEqualTo(200);
        assertThat(verb("finance-checker", batch + "/release", draft)).isEqualTo(412);
    }

    private static int verb(String role, String path, String seen) {
        return as(role).with("If-Match", seen).post(path, null).status();
    }

    private static Api as(String role) {
        return Api.of(daybook)
                .as(role)
                .with("Idempotency-Key", UUID.randomUUID().toString());
    }
}
