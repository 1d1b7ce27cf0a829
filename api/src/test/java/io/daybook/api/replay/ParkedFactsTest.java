package io.daybook.api.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.kernel.ProjectionProgress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ParkedFactsTest {
    private static final String PERSON = """
            {"reference": "c-%1$d", "name": "Ada", "email": "a%1$d@x.example", "country": "GB", "currency": "USD"}
            """;

    private final RunningDaybook daybook = RunningDaybook.start();
    private final JdbcClient sql = JdbcClient.create(daybook.database().owner());
    private final Api operator = Api.of(daybook).as("operator");
    private final Api maker = Api.of(daybook).as("finance-maker");

    @AfterEach
    void close() {
        daybook.close();
    }

    @Test
    void what_the_views_cannot_take_in_is_seen_everywhere_and_mended_by_an_operator() {
        sql.sql("ALTER TABLE view.contractor ADD CONSTRAINT not_the_second CHECK (reference <> 'c-2')")
                .update();
        for (int i = 1; i <= 3; i++) maker.post("/contractors", PERSON.formatted(i));
        daybook.context().getBean(ProjectionProgress.class).awaitCaughtUp(Duration.ofSeconds(30));

        assertThat(maker.get("/contractors").json().path("items")).hasSize(2);
        JsonNode letters = operator.get("/dead-letters").json().path("items");
        assertThat(letters.path(0).path("code").asString()).isEqualTo("23514");
        assertThat(letters.path(0).path("place").asString()).isEqualTo("contractor.not_the_second");
        assertThat(letters.toString()).doesNotContain("c-2", "Ada", "x.example");
        assertThat(operator.get("//actuator/health").status()).isEqualTo(503);
        assertThat(operator.get("//actuator/health").body()).contains("\"parked\":1");
        assertThat(operator.get("//actuator/health/readiness").status()).isEqualTo(200);
        assertThat(operator.get("//actuator/prometheus").body())
                .contains("daybook_views_parked_events 1.0", "daybook_views_lag_events 0.0");
        assertThat(maker.get("/ledger/integrity").body()).contains("every-fact-is-shown", "is parked: 23514");
        assertThat(maker.post("/dead-letters/retry", "{}").status()).isEqualTo(403);

        sql.sql("ALTER TABLE view.contractor DROP CONSTRAINT not_the_second").update();
        JsonNode retried = operator.post("/dead-letters/retry", "{}").json();
        assertThat(retried.path("shown").asLong()).isEqualTo(1);
        assertThat(retried.path("parked").asLong()).isZero();
        assertThat(maker.get("/contractors").json().path("items")).hasSize(3);
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (operator.get("//actuator/health").status() != 200)
            assertThat(System.nanoTime()).as("health is a second old at most").isLessThan(end);
        assertThat(maker.get("/ledger/integrity").json().path("ok").asBoolean()).isTrue();
    }
}
