package io.daybook.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.DaybookServer;
import io.daybook.api.boot.Settings;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import io.daybook.api.postgres.DatabaseAccess;
import io.daybook.api.security.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccessApiTest {
    private static final String MAKER = "{\"roles\": [\"finance-maker\"], \"reason\": \"left the team of Eve\"}";
    private static final String WHOLE = "{\"reason\": \"lost a laptop\"}";

    private static Office office;

    @BeforeAll
    static void start() {
        office = new Office();
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    @Test
    void a_withdrawn_role_is_gone_at_the_next_request_and_the_others_stay() {
        Api eve = office.as("eve", "finance-maker", "operator");
        assertThat(eve.get("/adjustments").status()).isEqualTo(200);
        Answer withdrawn = office.admin("ann").post("/access/eve/withdraw", MAKER);
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        assertThat(withdrawn.json().path("withdrawn").path(0).asString()).isEqualTo("finance-maker");
        assertThat(eve.get("/adjustments").code()).isEqualTo("forbidden");
        assertThat(eve.get("/dead-letters").status()).isEqualTo(200);
        assertThat(office.as("other", "finance-maker").get("/adjustments").status())
                .isEqualTo(200);
        assertThat(office.admin("ann").post("/access/eve/withdraw", MAKER).status())
                .isEqualTo(200);
    }

    @Test
    void another_node_that_has_seen_the_token_before_refuses_it_at_its_next_request(@TempDir Path dataDir)
            throws Exception {
        String token = TestTokens.of(office.daybook, "zoe", "finance-maker");
        DaybookServer other = DaybookServer.start(Settings.read(settings(dataDir)));
        try {
            for (int round = 0; round < 5; round++)
                assertThat(status(other, token)).as("round %s", round).isEqualTo(200);
            assertThat(office.admin("ann").post("/access/zoe/withdraw", WHOLE).status())
                    .isEqualTo(200);
            assertThat(status(other, token)).isEqualTo(403);
        } finally {
            other.close();
        }
    }

    @Test
    void giving_back_takes_two_admins_who_are_not_the_one_it_is_for() {
        office.admin("ann").post("/access/ida/withdraw", WHOLE);
        Api ida = office.as("ida", "finance-maker", "admin");
        assertThat(ida.get("/adjustments").code()).isEqualTo("forbidden");
        assertThat(ida.get("/access").code()).isEqualTo("forbidden");
        String grant = propose("ann", "ida", WHOLE);
        String approve = "/access/ida/grants/" + grant + "/approve";
        assertThat(office.admin("ann").post(approve, null).code()).isEqualTo("needs-second-person");
        assertThat(ida.post(approve, null).code()).isEqualTo("forbidden");
        assertThat(office.admin("bob")
                        .post("/access/ida/grants/grant-other/approve", null)
                        .code())
                .isEqualTo("not-found");
        assertThat(ida.get("/adjustments").code()).isEqualTo("forbidden");
        assertThat(office.admin("bob").post(approve, null).json().path("whole").asBoolean(true))
                .isFalse();
        assertThat(ida.get("/adjustments").status()).isEqualTo(200);
        assertThat(office.admin("bob").post(approve, null).code()).isEqualTo("not-found");
    }

    @Test
    void who_becomes_admin_here_was_proposed_by_one_admin_and_approved_by_another() {
        Api joe = office.as("joe", "finance-maker");
        String admin = "{\"roles\": [\"admin\"], \"reason\": \"takes over\"}";
        String grant = propose("ann", "joe", admin);
        assertThat(joe.get("/access").code()).isEqualTo("forbidden");
        assertThat(office.admin("ann")
                        .post("/access/joe/grants/" + grant + "/approve", null)
                        .status())
                .isEqualTo(403);
        assertThat(office.admin("bob")
                        .post("/access/joe/grants/" + grant + "/approve", null)
                        .status())
                .isEqualTo(200);
        assertThat(joe.get("/access").status()).isEqualTo(200);
        office.admin("ann").post("/access/joe/withdraw", admin);
        assertThat(joe.get("/access").code()).isEqualTo("forbidden");
        assertThat(office.admin("ann")
                        .get("/access/joe")
                        .json()
                        .path("granted")
                        .path(0)
                        .asString())
                .isEqualTo("admin");
    }

    @Test
    void who_is_no_admin_decides_nothing_and_a_mistake_takes_nothing() {
        for (String role : List.of("finance-checker", "auditor", "operator", "approver"))
            assertThat(office.as("mia", role)
                            .post("/access/eve/withdraw", WHOLE)
                            .code())
                    .isEqualTo("forbidden");
        Api ann = office.admin("ann");
        assertThat(ann.post("/access/max/withdraw", "{\"roles\": [], \"reason\": \"x\"}")
                        .code())
                .isEqualTo("bad-value");
        assertThat(ann.post("/access/max/withdraw", "{\"roles\": [\"boss\"], \"reason\": \"x\"}")
                        .code())
                .isEqualTo("bad-value");
        assertThat(ann.post("/access/max/withdraw", "{\"reason\": \" \"}").code())
                .isEqualTo("bad-value");
        assertThat(ann.get("/access/max").json().path("withdrawn")).isEmpty();
    }

    @Test
    void a_reason_is_sealed_and_a_name_with_odd_signs_is_one() {
        office.admin("ann").post("/access/auth0%7C5f7c/withdraw", WHOLE);
        assertThat(office.as("auth0|5f7c", "operator").get("/dead-letters").code())
                .isEqualTo("forbidden");
        assertThat(JdbcClient.create(office.daybook.database().owner())
                        .sql(
                                "SELECT convert_from(payload, 'UTF8') FROM daybook.event_log WHERE type = 'AccessWithdrawn'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(payload -> payload.contains("laptop"));
    }

    @Test
    void a_name_that_no_path_can_carry_is_written_in_base64() {
        String name = "samlp|https://idp.example/x|una";
        String path = "/access/~" + Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(UTF_8));
        assertThat(office.as(name, "operator").get("/dead-letters").status()).isEqualTo(200);
        assertThat(office.admin("ann")
                        .post(path + "/withdraw", WHOLE)
                        .json()
                        .path("subject")
                        .asString())
                .isEqualTo(name);
        assertThat(office.as(name, "operator").get("/dead-letters").code()).isEqualTo("forbidden");
        assertThat(office.admin("ann").get("/access/~*").code()).isEqualTo("not-found");
    }

    @Test
    void while_nobody_can_tell_what_was_decided_nobody_is_let_through() {
        Api known = office.as("kim", "operator");
        JdbcClient owner = JdbcClient.create(office.daybook.database().owner());
        owner.sql("ALTER TABLE daybook.access RENAME TO access_away").update();
        Answer unsure = known.get("/dead-letters");
        owner.sql("ALTER TABLE daybook.access_away RENAME TO access").update();
        assertThat(unsure.status()).isEqualTo(503);
        assertThat(unsure.code()).isEqualTo("unavailable");
        assertThat(unsure.header("Retry-After")).isEqualTo("10");
        assertThat(known.get("/dead-letters").status()).isEqualTo(200);
    }

    private static String propose(String by, String subject, String body) {
        Answer proposed = office.admin(by).post("/access/" + subject + "/grants", body);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(202);
        return proposed.json().at("/proposal/grant").asString();
    }

    private static List<String> settings(Path dataDir) {
        DatabaseAccess access = office.daybook.database().access();
        return List.of(
                "--server.port=0",
                "--daybook.data-dir=" + dataDir,
                "--daybook.security.dev-tokens=true",
                "--spring.datasource.url=" + access.url(),
                "--spring.datasource.username=" + access.application().user(),
                "--spring.datasource.password=" + access.application().password(),
                "--spring.flyway.user=" + access.owner().user(),
                "--spring.flyway.password=" + access.owner().password());
    }

    private static int status(DaybookServer node, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.url() + "/api/v1/adjustments"))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
