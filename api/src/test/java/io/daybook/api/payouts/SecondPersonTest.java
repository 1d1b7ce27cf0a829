package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.http.Api;
import io.daybook.api.security.TestTokens;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.ProjectionProgress;
import java.time.Duration;
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

    @Test
    void who_changed_a_destination_approves_nothing_that_is_paid_there_and_who_approved_the_change_does() {
        week.people(2).fund(week.total());
        String thief = TestTokens.of(week.daybook, "thief", "finance-maker", "finance-checker");
        String path = "/contractors/" + ContractorId.of("p2").value() + "/payout-destination";
        String change = "{\"payoutDestination\":\"acct_thief\"}";
        assertThat(as(thief).send("PUT", path, change).status()).isEqualTo(202);
        assertThat(as(thief).post(path + "/approve", "{}").code()).isEqualTo("needs-second-person");
        week.post(week.checker(), path + "/approve", "{}", 200);
        week.advance(Duration.ofHours(73));
        String batch = "/payout-batches/" + week.draft("week-1");
        String hash = week.post(week.maker(), batch + "/freeze", "{}", 200)
                .path("contentHash")
                .asString();
        String approval = "{\"contentHash\":\"" + hash + "\"}";
        Api.Answer refused = as(thief).post(batch + "/approve", approval);
        assertThat(refused.code()).isEqualTo("needs-second-person");
        assertThat(refused.body()).containsPattern("destination of line \\d");
        week.post(week.checker(), batch + "/approve", approval, 200);
        assertThat(as(thief).post(batch + "/release", "{}").code()).isEqualTo("needs-second-person");
        String second = TestTokens.of(week.daybook, "second-checker", "finance-checker");
        week.post(as(second), batch + "/approve", approval, 200);
        week.post(week.checker(), batch + "/release", "{}", 202);
    }

    @Test
    void who_set_a_first_destination_under_the_same_subject_as_contractor_approves_nothing_paid_there() {
        week.people(1).fund(week.total());
        String batch = "/payout-batches/" + week.draft("week-1");
        String hash = week.post(week.maker(), batch + "/freeze", "{}", 200)
                .path("contentHash")
                .asString();
        String tester = TestTokens.of(week.daybook, "tester", "finance-checker");
        assertThat(as(tester)
                        .post(batch + "/approve", "{\"contentHash\":\"" + hash + "\"}")
                        .code())
                .as("the tester registered everybody")
                .isEqualTo("needs-second-person");
    }

    @Test
    void who_agreed_a_rate_or_recorded_time_approves_none_of_it() {
        String both = TestTokens.of(week.daybook, "both", "finance-maker", "approver");
        week.stranger("ada");
        assertThat(week.bean(ProjectionProgress.class).awaitCaughtUp(Duration.ofSeconds(60)))
                .isTrue();
        String engagement = week.post(
                        as(both),
                        "/engagements",
                        "{\"contractor\":\"ada\",\"project\":\"Project\",\"currency\":\"USD\",\"rateFrom\":\"2026-01-01\","
                                + "\"hourlyRate\":{\"amount\":9000,\"currency\":\"USD\"}}",
                        201)
                .path("id")
                .asString();
        Api self = Api.of(week.daybook).asContractor("ada");
        String sheet = "/timesheets/"
                + week.post(
                                self,
                                "/timesheets",
                                "{\"engagement\":\"" + engagement + "\",\"period\":\"2026-03-02\"}",
                                201)
                        .path("id")
                        .asString();
        week.post(self, sheet + "/entries", "{\"start\":\"2026-03-03T09:00:00Z\",\"seconds\":3600}", 201);
        int revision =
                week.post(self, sheet + "/submit", null, 200).path("revision").asInt();
        String approval = "{\"revision\":" + revision + "}";
        assertThat(as(both).post(sheet + "/approve", approval).code()).isEqualTo("needs-second-person");
        String ownHands = TestTokens.of(week.daybook, "contractor:ada", "approver");
        assertThat(as(ownHands).post(sheet + "/approve", approval).code()).isEqualTo("needs-second-person");
        week.post(Api.of(week.daybook).as("approver"), sheet + "/approve", approval, 200);
    }

    private Api as(String token) {
        return Api.of(week.daybook)
                .with("Authorization", "Bearer " + token)
                .with("Idempotency-Key", "second-" + ++keys);
    }
}
