package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.http.Api;
import io.daybook.api.security.TestTokens;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** It takes two people, whatever roles one of them has. */
class SecondPersonTest {
    private final PayWeek week = new PayWeek("simulator", "--daybook.limits.batch=5000");
    private int keys;

    @AfterEach
    void close() {
        week.close();
    }

    @Test
    void who_made_a_batch_neither_approves_nor_releases_it_with_the_role_for_it_either() {
        week.people(1).fund(week.total());
        String both = TestTokens.of(week.daybook, "both", "finance-maker", "finance-checker");
        String cutoff = week.bean(InstantSource.class).instant().toString();
        String body = "{\"rail\":\"simulator\",\"currency\":\"USD\",\"cutoff\":\"%s\",\"reference\":\"own\"}";
        String batch = "/payout-batches/"
                + week.post(as(both), "/payout-batches", body.formatted(cutoff), 201)
                        .path("id")
                        .asString();
        String hash = week.post(as(both), batch + "/freeze", "{}", 200)
                .path("contentHash")
                .asString();
        String approval = "{\"contentHash\":\"" + hash + "\"}";
        assertThat(as(both).post(batch + "/approve", approval).code()).isEqualTo("needs-second-person");
        week.post(week.checker(), batch + "/approve", approval, 200);
        assertThat(as(both).post(batch + "/release", "{}").code()).isEqualTo("needs-second-person");
    }

    @Test
    void above_a_limit_a_second_checker_approves_too() {
        week.people(1).fund(week.total());
        String batch = "/payout-batches/" + week.approved("week-1");
        assertThat(week.checker().post(batch + "/release", "{}").code()).isEqualTo("limit-exceeded");
        JsonNode shown = week.get(batch);
        String approval = "{\"contentHash\":\"" + shown.path("contentHash").asString() + "\"}";
        week.post(week.checker(), batch + "/approve", approval, 200);
        assertThat(week.checker().post(batch + "/release", "{}").code()).isEqualTo("limit-exceeded");
        String second = TestTokens.of(week.daybook, "second-checker", "finance-checker");
        week.post(as(second), batch + "/approve", approval, 200);
        week.post(week.checker(), batch + "/release", "{}", 202);
    }

    private Api as(String token) {
        return Api.of(week.daybook)
                .with("Authorization", "Bearer " + token)
                .with("Idempotency-Key", "second-" + ++keys);
    }
}
