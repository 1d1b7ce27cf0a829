package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LookAlikesTest {
    private final PayWeek week = new PayWeek();

    @AfterEach
    void close() {
        week.close();
    }

    @Test
    void the_same_amount_within_a_week_is_shown_to_whoever_drafts_and_to_whoever_approves() {
        week.person("ada", 10_000);
        week.person("bob", 20_000);
        week.fund(1_000_000);
        String first = week.approved("week-1");
        assertThat(week.batch(first).path("lookAlikes")).isEmpty();
        week.post(week.checker(), "/payout-batches/" + first + "/release", "{}", 202);
        week.await(
                "the sending",
                () -> week.batch(first).path("counts").path("accepted").asInt() == 2);
        bonus("ada", 10_000);
        bonus("bob", 20_001);
        week.advance(Duration.ofSeconds(1));

        JsonNode alike = week.batch(week.approved("week-2")).path("lookAlikes");
        assertThat(alike.size()).isEqualTo(1);
        assertThat(alike.path(0).path("kind").asString()).isEqualTo("SAME_AMOUNT_LATELY");
        assertThat(alike.path(0).path("contractor").path("reference").asString())
                .isEqualTo("ada");
        assertThat(week.get("/payouts/" + alike.path(0).path("payout").asString())
                        .path("batch")
                        .asString())
                .isEqualTo(first);
    }

    private void bonus(String reference, long minor) {
        String contractor = "";
        for (JsonNode item : week.get("/contractors").path("items"))
            if (item.path("reference").asString().equals(reference))
                contractor = item.path("id").asString();
        String body = """
                {"contractor": "%s", "kind": "BONUS", "reason": "well done",
                 "amount": {"amount": %d, "currency": "USD"}}""".formatted(contractor, minor);
        week.post(week.maker(), "/adjustments", body, 201);
    }
}
