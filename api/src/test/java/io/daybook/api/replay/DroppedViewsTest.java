package io.daybook.api.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import io.daybook.kernel.ProjectionProgress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class DroppedViewsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PERSON = """
            {"reference": "c-%1$d", "name": "Ada", "email": "a%1$d@x.example", "country": "GB", "currency": "USD"}
            """;

    private final RunningDaybook daybook = RunningDaybook.start();
    private final JdbcClient sql = JdbcClient.create(daybook.database().owner());
    private final Api maker = Api.of(daybook).as("finance-maker");

    @AfterEach
    void close() {
        daybook.close();
    }

    @Test
    void a_replay_makes_a_dropped_schema_again_with_the_same_rows_and_later_ones_compare() {
        for (int i = 1; i <= 20; i++)
            assertThat(maker.post("/contractors", PERSON.formatted(i)).status()).isEqualTo(201);
        assertThat(progress().awaitCaughtUp(PATIENCE)).isTrue();
        Map<String, List<String>> before = rows();
        assertThat(before.get("contractor")).hasSize(20);

        sql.sql("DROP SCHEMA view CASCADE").update();
        JsonNode made = replay();
        assertThat(made.path("madeAnew").asBoolean()).isTrue();
        assertThat(rows()).isEqualTo(before);

        JsonNode compared = replay();
        assertThat(compared.path("compared").asBoolean()).isTrue();
        assertThat(compared.path("differing")).isEmpty();
        assertThat(rows()).isEqualTo(before);
        assertThat(progress().isFresh()).isTrue();
    }

    private ProjectionProgress progress() {
        return daybook.context().getBean(ProjectionProgress.class);
    }

    private JsonNode replay() {
        Answer accepted = Api.of(daybook).as("operator").post("/replays", "{}");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String path = "/operations/" + accepted.json().path("id").asString();
        Answer stream = Api.of(daybook).as("operator").get(path + "/stream");
        assertThat(stream.body()).contains("COMPLETED");
        return Api.of(daybook).as("operator").get(path).json().path("result");
    }

    /** Every row of every view, as text. */
    private Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : sql.sql("SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = 'view'"
                        + " AND tablename NOT IN ('origin', 'flyway_schema_history')")
                .query(String.class)
                .list())
            rows.put(
                    table,
                    sql.sql("SELECT t::text FROM view.\"" + table + "\" t ORDER BY 1")
                            .query(String.class)
                            .list());
        return rows;
    }
}
