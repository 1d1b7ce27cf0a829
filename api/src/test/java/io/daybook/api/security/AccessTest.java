package io.daybook.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessTest {
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
    void nobody_is_asked_who_they_are_before_anything_else() {
        for (String path : List.of("/contractors", "/nowhere", "/payouts/x/retry")) {
            Answer answer = api.post(path, "{");
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("unauthorized");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
        assertThat(api.with("Authorization", "Bearer nonsense")
                        .get("/contractors")
                        .code())
                .isEqualTo("unauthorized");
        assertThat(api.with("Authorization", "Bearer " + unsigned())
                        .get("/contractors")
                        .code())
                .isEqualTo("unauthorized");
    }

    @Test
    void every_row_of_the_table_lets_its_roles_in_and_nobody_else() {
        for (Route route : Routes.table().all()) {
            if (route.open()) continue;
            for (Role role : Role.values()) {
                Api caller = role == Role.CONTRACTOR ? api.asContractor("c-1") : api.as(role.label());
                String path = route.path().getPatternString().substring("/api/v1".length());
                Answer answer = caller.send(route.method().name(), path.replaceAll("\\{.*?}", "x"), null);
                boolean refused = answer.status() == 403;
                assertThat(refused)
                        .as("%s %s as %s: %s", route.method(), path, role, answer.body())
                        .isEqualTo(!route.roles().contains(role));
                if (refused) assertThat(answer.code()).isEqualTo("forbidden");
            }
        }
    }

    @Test
    void the_auditor_may_get_everything_and_change_nothing() {
        for (Route route : Routes.table().all())
            assertThat(route.roles().contains(Role.AUDITOR))
                    .as(route.toString())
                    .isEqualTo(route.method().name().equals("GET"));
    }

    @Test
    void what_is_not_in_the_table_is_not_there() {
        Api operator = api.as("operator");
        assertThat(operator.get("/nowhere").code()).isEqualTo("not-found");
        Answer wrong = operator.send("PATCH", "/contractors", "{}");
        assertThat(wrong.code()).isEqualTo("method-not-allowed");
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.header("Allow")).contains("GET", "POST");
        assertThat(operator.get("//anywhere").status()).isEqualTo(404);
    }

    @Test
    void health_is_open_and_the_rest_of_the_actuator_is_the_operators() {
        assertThat(api.get("//actuator/health/liveness").status()).isEqualTo(200);
        assertThat(api.get("//actuator/health/readiness").status()).isEqualTo(200);
        assertThat(api.get("//actuator/prometheus").status()).isEqualTo(401);
        assertThat(api.as("auditor").get("//actuator/prometheus").status()).isEqualTo(403);
        assertThat(api.as("operator").get("//actuator/prometheus").body()).contains("jvm_");
    }

    @Test
    void the_tokens_lie_in_the_data_folder_for_its_owner_only() throws Exception {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(daybook.dataDir().resolve("dev-tokens.json"))))
                .isEqualTo("rw-------");
        String again = new DevTokens(
                        new io.daybook.api.vault.SecretTable(daybook.database().application()))
                .staff()
                .get("auditor");
        assertThat(Files.readString(daybook.dataDir().resolve("dev-tokens.json")))
                .contains(again);
    }

    @Test
    void the_clock_moves_forward_and_stays_there() {
        Answer moved = api.post("/dev/clock", "{\"advance\": \"PT25H\"}");
        assertThat(moved.status()).isEqualTo(200);
        OffsetClock other = new OffsetClock(java.time.Duration.ofHours(1));
        DevClock node = new DevClock(other, daybook.database().application());
        assertThat(other.offset()).hasHours(26);
        node.destroy();
        assertThat(api.post("/dev/clock", "{\"advance\": \"-PT1H\"}").code()).isEqualTo("not-positive");
    }

    private static String unsigned() {
        return "eyJhbGciOiJub25lIn0.eyJzdWIiOiJkZXYtb3BlcmF0b3IiLCJyb2xlcyI6WyJvcGVyYXRvciJdfQ.";
    }
}
