package io.daybook.api.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import io.daybook.kernel.Feature;
import io.daybook.kernel.ReadModel;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneProjectionTest {
    private final RunningDaybook daybook = RunningDaybook.start();
    private final JdbcClient sql = JdbcClient.create(daybook.database().owner());

    @AfterAll
    void close() {
        daybook.close();
    }

    @Test
    void each_table_of_the_views_is_written_by_one_read_model_which_says_so() {
        List<String> said = daybook.context().getBeansOfType(Feature.class).values().stream()
                .flatMap(feature -> feature.readModels().stream())
                .map(ReadModel::tables)
                .flatMap(tables -> tables.stream())
                .toList();
        assertThat(said)
                .containsExactlyInAnyOrderElementsOf(
                        sql.sql("SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = 'view'"
                                        + " AND tablename NOT IN ('origin', 'flyway_schema_history')")
                                .query(String.class)
                                .list());
    }

    @Test
    void a_replay_that_asks_about_one_tells_of_it_and_puts_nothing_in_place_while_another_differs() {
        sql.sql("INSERT INTO view.accounting_period (month, status, signer, signed_at)"
                        + " VALUES ('2020-01', 'SOFT_CLOSED', 'nobody', now())")
                .update();
        JsonNode contractors = replay("{\"projection\": \"contractors\", \"acceptDifferences\": true}");
        assertThat(contractors.path("differing")).isEmpty();
        assertThat(contractors.path("tables").asInt()).isEqualTo(4);
        assertThat(contractors.path("differingElsewhere").path(0).asString()).isEqualTo("view.accounting_period");
        assertThat(contractors.path("switched").asBoolean()).isFalse();

        JsonNode period = replay("{\"projection\": \"period\"}");
        assertThat(period.path("differing").path(0).asString()).isEqualTo("view.accounting_period");
        assertThat(period.path("differingElsewhere")).isEmpty();
        assertThat(period.path("switched").asBoolean()).isFalse();

        assertThat(replay("{\"projection\": \"period\", \"acceptDifferences\": true}")
                        .path("switched")
                        .asBoolean())
                .isTrue();
        assertThat(replay("{}").path("differing")).isEmpty();
    }

    @Test
    void one_that_is_not_there_is_refused_by_its_name() {
        Answer refused = Api.of(daybook).as("operator").post("/replays", "{\"projection\": \"journals\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("bad-value");
        assertThat(refused.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/projection");
    }

    private JsonNode replay(String wish) {
        Answer accepted = Api.of(daybook).as("operator").post("/replays", wish);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String path = "/operations/" + accepted.json().path("id").asString();
        assertThat(Api.of(daybook).as("operator").get(path + "/stream").body()).contains("COMPLETED");
        return Api.of(daybook).as("operator").get(path).json().path("result");
    }
}
