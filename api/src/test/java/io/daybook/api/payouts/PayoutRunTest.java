package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.contractor.ContractorId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PayoutRunTest {
    private final PayWeek week = new PayWeek();

    @AfterEach
    void close() {
        week.close();
    }

    @Test
    void what_the_provider_paid_is_what_was_earned_per_contractor_to_the_cent() {
        week.people(200).fund(week.total() + 1);
        String id = week.approved("week-1");
        assertThat(week.batch(id).path("totals").path("lines").asLong()).isEqualTo(200);
        JsonNode released = week.post(week.checker(), "/payout-batches/" + id + "/release", "{}", 202);
        String operation = released.path("operation").asString();
        week.await(
                "the sending",
                () -> week.batch(id).path("counts").path("accepted").asLong()
                                + week.batch(id)
                                        .path("counts")
                                        .path("inTransit")
                                        .asLong()
                        == 200);
        week.advance(Duration.ofDays(3));
        week.await("the banks", () -> week.batch(id).path("status").asString().equals("COMPLETED"));
        Map<String, Long> paid = week.bean(SimulatorPlant.class).provider().paidPerDestination(PayWeek.USD);
        assertThat(paid).isEqualTo(week.earned());
        week.await(
                "the inbox",
                () -> week.get("/rails/simulator").path("inboxWaiting").asLong() == 0);
        JsonNode rail = week.get("/rails/simulator");
        assertThat(rail.path("available").path("amount").asLong()).isEqualTo(1);
        assertThat(rail.path("difference").path("amount").asLong()).isZero();
        week.assertBooksAreRight();
        assertThat(week.batch(id).path("counts").path("paid").asLong()).isEqualTo(200);
        assertThat(operation).startsWith("operation-release-");
    }

    @Test
    void two_people_one_content_and_enough_money_or_nothing_leaves() {
        week.people(5);
        String id = week.draft("week-1");
        JsonNode preview = week.batch(id).path("preview");
        assertThat(preview.path("total").path("amount").asLong()).isEqualTo(week.total());
        String hash = week.post(week.maker(), "/payout-batches/" + id + "/freeze", "{}", 200)
                .path("contentHash")
                .asString();
        assertThat(week.batch(id).path("preview")).isEqualTo(preview);
        String stale = "{\"contentHash\":\"" + "0".repeat(64) + "\"}";
        assertThat(week.post(week.checker(), "/payout-batches/" + id + "/approve", stale, 409)
                        .path("code")
                        .asString())
                .isEqualTo("content-changed");
        week.post(week.checker(), "/payout-batches/" + id + "/approve", "{\"contentHash\":\"" + hash + "\"}", 200);
        assertThat(week.post(week.checker(), "/payout-batches/" + id + "/release", "{}", 422)
                        .path("code")
                        .asString())
                .isEqualTo("insufficient-funding");
        week.fund(week.total());
        week.post(week.checker(), "/payout-batches/" + id + "/release", "{}", 202);
    }

    @Test
    void a_line_that_is_left_out_is_listed_with_its_reason() {
        week.people(2).fund(week.total());
        String id = week.approved("week-1");
        String held = ContractorId.of("p2").value();
        week.post(week.maker(), "/contractors/" + held + "/holds", "{\"reason\": \"An open question\"}", 201);
        week.post(week.checker(), "/payout-batches/" + id + "/release", "{}", 202);
        week.await(
                "the drop", () -> week.batch(id).path("counts").path("dropped").asInt() == 1);
        JsonNode line =
                week.get("/payout-batches/" + id + "/dropped").path("items").path(0);
        assertThat(line.at("/contractor/id").asString()).isEqualTo(held);
        assertThat(line.path("reason").asString()).isEqualTo("BLOCKED");
        assertThat(line.at("/blockingReasons/0").asString()).isEqualTo("MANUAL_HOLD");
    }
}
