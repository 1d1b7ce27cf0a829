package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.http.Api;
import io.daybook.rail.simulator.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PayoutAlertsTest {
    private final PayWeek week = new PayWeek();

    @AfterEach
    void close() {
        week.close();
    }

    @Test
    void nobody_has_to_ask_to_hear_that_a_payout_is_without_an_answer_and_whose_move_it_is() throws Exception {
        PayoutAlerts alerts = week.bean(PayoutAlerts.class);
        week.people(1).fund(week.total());
        for (int i = 0; i < 200; i++) week.bean(SimulatorPlant.class).provider().failNextWrite(Fault.RATE_LIMITED);
        String id = week.approved("week-1");
        week.post(week.checker(), "/payout-batches/" + id + "/release", "{}", 202);
        week.await(
                "the intent",
                () -> week.batch(id).path("counts").path("submitting").asInt() == 1);
        JsonNode next = payout(id).path("next");
        assertThat(next.path("by").asString()).isEqualTo("PROVIDER");
        alerts.look();
        assertThat(alerts.alerts()).isEmpty();

        week.post(week.checker(), "/rails/simulator/stop", "{}", 200);
        week.advance(Duration.ofMinutes(20));
        alerts.look();
        assertThat(alerts.alerts())
                .extracting(Alert::name)
                .contains("unknown-payouts:simulator", "rail-stopped:simulator");
        assertThat(payout(id).path("next").path("by").asString()).isEqualTo("FINANCE");
        assertThat(payout(id).path("next").path("what").asString()).contains("stopped");
        Api operator = Api.of(week.daybook).as("operator");
        assertThat(operator.get("//actuator/prometheus").body())
                .contains("daybook_alerts{kind=\"unknown-payouts\"} 1.0")
                .contains("daybook_alerts{kind=\"divergence\"} 0.0");
        assertThat(operator.get("//actuator/health").body()).contains("unknown-payouts:simulator");
        assertThat(Api.of(week.daybook).get("//actuator/health").body()).doesNotContain("unknown-payouts");
    }

    @Test
    void a_batch_of_which_nothing_leaves_is_heard_of_whatever_the_reason() throws Exception {
        PayoutAlerts alerts = week.bean(PayoutAlerts.class);
        week.people(1).fund(week.total());
        String id = week.approved("week-1");
        week.bean(RailEngines.class).stop();
        week.post(week.checker(), "/payout-batches/" + id + "/release", "{}", 202);
        alerts.look();
        assertThat(alerts.alerts()).isEmpty();
        week.advance(Duration.ofMinutes(20));
        alerts.look();
        assertThat(alerts.alerts()).extracting(Alert::name).containsExactly("stalled-payouts:simulator");
        assertThat(alerts.alerts().getFirst().count()).isEqualTo(1);
    }

    private JsonNode payout(String batch) {
        return week.get("/payout-batches/" + batch + "/payouts").path("items").path(0);
    }
}
