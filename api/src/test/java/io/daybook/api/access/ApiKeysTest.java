package io.daybook.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ApiKeysTest {
    private static Office office;
    private static JdbcClient sql;

    @BeforeAll
    static void start() {
        office = new Office();
        sql = JdbcClient.create(office.daybook.database().owner());
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    @Test
    void a_key_opens_what_it_was_made_for_once_a_second_admin_has_approved_it() {
        JsonNode made = office.make("ada", "finance-maker").json();
        String secret = made.path("secret").asString();
        assertThat(secret).matches("dbk_[a-z2-7]{12}_[A-Za-z0-9_-]{43}");
        Api service = office.bearing(secret);
        assertThat(service.get("/adjustments").code()).isEqualTo("unauthorized");
        String approve = "/api-keys/" + made.at("/key/id").asString() + "/approve";
        assertThat(office.admin("ada").post(approve, null).code()).isEqualTo("needs-second-person");
        assertThat(office.admin("bob").post(approve, null).status()).isEqualTo(200);
        assertThat(service.get("/adjustments").status()).isEqualTo(200);
        assertThat(service.get("/dead-letters").code()).isEqualTo("forbidden");
        assertThat(office.bearing(secret.substring(0, secret.length() - 1) + "-")
                        .get("/adjustments")
                        .code())
                .isEqualTo("unauthorized");
    }

    @Test
    void no_role_that_takes_eyes_is_given_to_a_key() {
        for (String role : List.of("finance-checker", "approver", "admin", "contractor")) {
            Answer answer = office.make("ada", "auditor", role);
            assertThat(answer.code()).as(role).isEqualTo("role-of-people");
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @Test
    void what_a_key_does_counts_as_its_owners_so_its_owner_is_no_second_person() {
        String secret = office.key("ada", "finance-maker")[0];
        Api service = keyed(office.bearing(secret));
        String proposed = propose(service);
        Api ada = keyed(office.as("ada", "finance-maker", "finance-checker"));
        assertThat(ada.post(proposed + "/approve", null).code()).isEqualTo("needs-second-person");
        assertThat(keyed(office.as("cleo", "finance-checker"))
                        .post(proposed + "/approve", null)
                        .status())
                .isEqualTo(200);
        String hers = propose(keyed(office.as("ada", "finance-maker")));
        assertThat(keyed(service).post(hers + "/approve", null).code()).isEqualTo("forbidden");
        String others = propose(keyed(office.as("dan", "finance-maker")));
        assertThat(keyed(service).post(others + "/approve", null).code()).isEqualTo("forbidden");
    }

    @Test
    void the_log_names_the_key_beside_the_event_and_its_owner_in_it() {
        String[] key = office.key("ada", "finance-maker");
        propose(keyed(office.bearing(key[0])));
        JsonNode events = office.as("audit", "auditor")
                .get("/audit/events?actor=" + key[1])
                .json()
                .path("items");
        assertThat(events).hasSize(1);
        assertThat(events.path(0).toString()).contains("AdjustmentProposed", "\"ada\"", key[1]);
    }

    @Test
    void no_secret_is_kept_and_a_repeat_does_not_show_it_again() {
        Api ada = office.admin("ada").with("Idempotency-Key", "make-1");
        String end = office.daybook
                .context()
                .getBean(InstantSource.class)
                .instant()
                .plusSeconds(86_400)
                .toString();
        String body = "{\"name\": \"night export\", \"roles\": [\"auditor\"], \"expiresAt\": \"" + end + "\"}";
        JsonNode first = ada.post("/api-keys", body).json();
        JsonNode again = ada.post("/api-keys", body).json();
        assertThat(again.at("/key/id")).isEqualTo(first.at("/key/id"));
        assertThat(first.path("secret").isNull()).isFalse();
        assertThat(again.path("secret").isNull()).isTrue();
        assertThat(again.at("/key/secrets")).hasSize(1);
        String random = first.path("secret").asString().substring(17);
        List<String> payloads = texts("SELECT encode(payload, 'escape') FROM daybook.event_log");
        assertThat(payloads).isNotEmpty().noneMatch(text -> text.contains(random) || text.contains("night export"));
        assertThat(texts("SELECT encode(digest, 'escape') FROM daybook.api_key_secret"))
                .isNotEmpty()
                .noneMatch(text -> text.contains(random));
    }

    @Test
    void a_new_secret_overlaps_with_the_old_one_as_long_as_its_owner_says() {
        String[] key = office.key("ada", "operator");
        assertThat(office.admin("bob")
                        .post("/api-keys/" + key[1] + "/rotate", "{}")
                        .code())
                .isEqualTo("not-the-owner");
        String until = office.daybook
                .context()
                .getBean(InstantSource.class)
                .instant()
                .plusSeconds(3_600)
                .toString();
        JsonNode rotated = office.admin("ada")
                .post("/api-keys/" + key[1] + "/rotate", "{\"oldUntil\": \"" + until + "\"}")
                .json();
        Api old = office.bearing(key[0]);
        Api fresh = office.bearing(rotated.path("secret").asString());
        assertThat(old.get("/dead-letters").status()).isEqualTo(200);
        assertThat(fresh.get("/dead-letters").status()).isEqualTo(200);
        office.admin("ada").post("/dev/clock", "{\"advance\": \"PT1H\"}");
        assertThat(old.get("/dead-letters").code()).isEqualTo("unauthorized");
        assertThat(fresh.get("/dead-letters").status()).isEqualTo(200);
        JsonNode last = office.admin("ada")
                .post("/api-keys/" + key[1] + "/rotate", null)
                .json();
        assertThat(fresh.get("/dead-letters").code()).isEqualTo("unauthorized");
        Api latest = office.bearing(last.path("secret").asString());
        assertThat(latest.get("/dead-letters").status()).isEqualTo(200);
        office.admin("ada").post("/dev/clock", "{\"advance\": \"PT23H\"}");
        assertThat(latest.get("/dead-letters").code()).as("expired").isEqualTo("unauthorized");
    }

    @Test
    void a_key_is_shut_at_once_when_it_is_revoked_or_its_owner_or_itself_is_withdrawn() {
        String why = "{\"reason\": \"went away\"}";
        String[] revoked = office.key("ada", "operator");
        assertThat(office.bearing(revoked[0]).get("/dead-letters").status()).isEqualTo(200);
        assertThat(office.admin("bob")
                        .post("/api-keys/" + revoked[1] + "/revoke", null)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("REVOKED");
        assertThat(office.bearing(revoked[0]).get("/dead-letters").code()).isEqualTo("unauthorized");
        String[] itself = office.key("ada", "operator");
        office.admin("bob").post("/access/" + itself[1] + "/withdraw", why);
        assertThat(office.bearing(itself[0]).get("/dead-letters").code()).isEqualTo("forbidden");
        String[] owned = office.key("una", "operator");
        office.admin("bob").post("/access/una/withdraw", why);
        assertThat(office.bearing(owned[0]).get("/dead-letters").code()).isEqualTo("forbidden");
    }

    @Test
    void the_list_tells_keys_apart_by_their_prefix_and_when_they_were_used_last() {
        String[] key = office.key("ada", "operator");
        Api admin = office.admin("ada");
        String path = "/api-keys/" + key[1];
        assertThat(admin.get(path).json().at("/secrets/0/lastUsedAt").isNull()).isTrue();
        office.bearing(key[0]).get("/dead-letters");
        JsonNode used = admin.get(path).json();
        assertThat(used.at("/secrets/0/prefix").asString()).isEqualTo(key[0].substring(4, 16));
        assertThat(used.at("/secrets/0/lastUsedAt").isNull()).isFalse();
        office.bearing(key[0]).get("/dead-letters");
        assertThat(admin.get(path).json()).isEqualTo(used);
        assertThat(admin.get("/api-keys?limit=500").json().path("items")).contains(used);
        assertThat(admin.get("/api-keys?limit=500").body()).doesNotContain(key[0]);
        assertThat(admin.get("/api-keys/nope").code()).isEqualTo("not-found");
    }

    private static String propose(Api caller) {
        Answer proposed = caller.post(
                "/adjustments",
                "{\"contractor\": \"%s\", \"kind\": \"BONUS\", \"amount\": {\"amount\": 200000, \"currency\": \"USD\"}, \"reason\": \"x\"}"
                        .formatted(office.contractor()));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(202);
        return "/adjustments/" + proposed.json().path("id").asString();
    }

    private static Api keyed(Api api) {
        return api.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static List<String> texts(String query) {
        return sql.sql(query).query(String.class).list().stream()
                .map(String::valueOf)
                .toList();
    }
}
