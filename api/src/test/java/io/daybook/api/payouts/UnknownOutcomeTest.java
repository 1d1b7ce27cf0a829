package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.contractor.ContractorId;
import io.daybook.money.Money;
import io.daybook.rail.Instruction;
import io.daybook.rail.simulator.Fault;
import io.daybook.rail.simulator.PayoutFate;
import io.daybook.rail.simulator.SimulatedProvider;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UnknownOutcomeTest {
    private final PayWeek week = new PayWeek();

    @AfterEach
    void close() {
        week.close();
    }

    @Test
    void a_lost_answer_is_asked_for_under_the_same_key_and_paid_once() {
        week.people(1).fund(week.total());
        week.bean(SimulatorPlant.class).provider().failNextWrite(Fault.LOST);
        String id = release();
        week.await("the unknown", () -> count(id, "unknown") + count(id, "accepted") == 1);
        week.advance(Duration.ofMinutes(1));
        week.await("the sending", () -> count(id, "accepted") == 1);
        finish(id);
    }

    @Test
    void what_is_nowhere_when_its_key_has_died_is_proven_absent_and_paid_by_a_new_attempt() {
        week.people(1).fund(week.total());
        week.bean(SimulatorPlant.class).provider().failNextWrite(Fault.SAVED_500);
        String id = release();
        week.await("the unknown", () -> count(id, "unknown") == 1);
        week.advance(Duration.ofMinutes(10));
        assertThat(week.checker()
                        .post("/payouts/" + payout(id) + "/retry", "{}")
                        .code())
                .isEqualTo("illegal-state");
        week.advance(Duration.ofHours(25));
        week.await("the evidence", () -> count(id, "provenAbsent") == 1);
        week.post(week.checker(), "/payouts/" + payout(id) + "/release", "{}", 200);
        week.await("the new attempt", () -> count(id, "accepted") == 1);
        assertThat(week.get("/payouts/" + payout(id)).path("attempt").asInt()).isEqualTo(2);
        finish(id);
    }

    @Test
    void what_was_held_back_until_its_key_died_ends_like_what_was_lost() {
        week.people(1).fund(week.total());
        for (int i = 0; i < 50; i++) week.bean(SimulatorPlant.class).provider().failNextWrite(Fault.RATE_LIMITED);
        String id = release();
        week.await("the intent", () -> count(id, "submitting") == 1);
        week.post(week.checker(), "/rails/simulator/stop", "{\"reason\":\"a weekend\"}", 200);
        week.advance(Duration.ofHours(60));
        week.post(week.checker(), "/rails/simulator/start", "{}", 200);
        week.await("the evidence", () -> count(id, "provenAbsent") == 1);
        week.post(week.checker(), "/payouts/" + payout(id) + "/close", "{}", 200);
        week.await("the end", () -> count(id, "closed") == 1);
        week.assertBooksAreRight();
    }

    /** Between two lives of the engine, so that nothing waits for its turn any more. The other one shows that it came by. */
    @Test
    void what_was_held_back_is_not_sent_to_somebody_who_was_blocked_meanwhile() {
        week.people(2).fund(week.total());
        SimulatedProvider provider = week.bean(SimulatorPlant.class).provider();
        for (int i = 0; i < 200; i++) provider.failNextWrite(Fault.RATE_LIMITED);
        String id = release();
        week.await("the intents", () -> count(id, "submitting") == 2);
        week.bean(RailEngines.class).stop();
        String holds = "/contractors/" + ContractorId.of("p1").value() + "/holds";
        week.post(week.maker(), holds, "{\"reason\": \"a letter of a court\"}", 201);
        provider.calm();
        week.bean(RailEngines.class).start();
        week.advance(Duration.ofHours(1));
        week.await("the other one", () -> count(id, "accepted") == 1);
        assertThat(count(id, "submitting")).isEqualTo(1);
        JsonNode blocked = week.get("/payouts?status=SUBMITTING").path("items").path(0);
        assertThat(blocked.path("contractor").path("reference").asString()).isEqualTo("p1");
        assertThat(blocked.path("next").path("what").asString()).contains("must not be sent again", "HOLD");
        week.advance(Duration.ofHours(60));
        week.await("the evidence", () -> count(id, "provenAbsent") == 1);
        assertThat(provider.paidPerDestination(PayWeek.USD)).doesNotContainKey("acct_p1");
        String absent = blocked.path("id").asString();
        week.post(week.checker(), "/payouts/" + absent + "/close", "{}", 200);
        week.await("the end", () -> count(id, "closed") == 1);
        week.assertBooksAreRight();
    }

    @Test
    void another_account_sealed_beside_an_approved_one_stops_the_rail_and_nothing_leaves_for_it() throws SQLException {
        week.people(2).fund(week.total());
        SimulatedProvider provider = week.bean(SimulatorPlant.class).provider();
        for (int i = 0; i < 2; i++) provider.failNextWrite(Fault.SAVED_500);
        String id = release();
        week.await("the unknown", () -> count(id, "unknown") == 2);
        week.force("UPDATE view.payout SET destination = (SELECT max(destination) FROM view.payout)");
        week.advance(Duration.ofHours(60));
        week.awaitStop("content-changed");
        assertThat(provider.paidPerDestination(PayWeek.USD)).isEmpty();
    }

    /** The other one shows that absence can be proven. */
    @Test
    void what_carries_its_reference_on_another_account_keeps_a_payout_from_being_proven_absent() {
        week.people(2).fund(2 * week.total());
        SimulatorPlant plant = week.bean(SimulatorPlant.class);
        for (int i = 0; i < 2; i++) plant.provider().failNextWrite(Fault.SAVED_500);
        String id = release();
        week.await("the unknown", () -> count(id, "unknown") == 2);
        String payout = payout(id);
        Money some = Money.of(100, "USD");
        plant.rail().submit(new Instruction.Transfer("by hand", payout, 1, some, "acct_other"));
        week.advance(Duration.ofHours(60));
        week.await("the evidence", () -> count(id, "provenAbsent") == 1);
        JsonNode left = week.get("/payouts?status=UNKNOWN").path("items");
        assertThat(left).hasSize(1);
        assertThat(left.path(0).path("id").asString()).isEqualTo(payout);
        assertThat(left.path(0).path("next").path("what").asString()).contains("lies on another account");
    }

    /** Of the last one no webhook is taken in: the poller alone finds out. */
    @Test
    void what_fails_after_it_was_paid_is_found_out_without_a_webhook() {
        week.people(1).fund(week.total());
        week.bean(SimulatorPlant.class).provider().decideNextPayout("acct_p1", PayoutFate.FAILED_AFTER_PAID);
        String id = release();
        week.await("the sending", () -> count(id, "accepted") == 1);
        week.bean(SimulatorPlant.class).holdWebhooks();
        week.advance(Duration.ofDays(2));
        week.await("the bank", () -> count(id, "paid") + count(id, "failedAfterPaid") == 1);
        week.advance(Duration.ofDays(3));
        week.await("the return", () -> count(id, "failedAfterPaid") == 1);
        week.assertBooksAreRight();
    }

    @Test
    void while_nobody_knows_it_is_said_when_it_is_looked_up_and_what_the_difference_is_made_of() {
        week.people(1).fund(week.total());
        week.bean(SimulatorPlant.class).provider().failNextWrite(Fault.SAVED_500_AFTER);
        String id = release();
        week.await("the unknown", () -> count(id, "unknown") == 1);
        JsonNode unknown = week.get("/payouts/" + payout(id));
        assertThat(Instant.parse(unknown.path("nextAt").asString()))
                .isAfter(Instant.parse(unknown.path("since").asString()));
        JsonNode rail = week.get("/rails/simulator");
        assertThat(rail.path("difference").path("amount").asLong()).isEqualTo(-week.total());
        JsonNode item = rail.path("items").path(0);
        assertThat(item.path("kind").asString()).isEqualTo("not-recorded-yet");
        assertThat(item.path("payout").asString()).isEqualTo(payout(id));
        assertThat(item.path("amount").path("amount").asLong()).isEqualTo(-week.total());
        week.advance(Duration.ofMinutes(1));
        week.await("the look-up", () -> count(id, "accepted") == 1);
        assertThat(week.get("/payouts/" + payout(id)).path("nextAt").isNull()).isFalse();
        finish(id);
        assertThat(week.get("/payouts/" + payout(id)).path("nextAt").isNull()).isTrue();
        assertThat(week.get("/rails/simulator").path("items")).isEmpty();
    }

    private String release() {
        String id = week.approved("week-1");
        week.post(week.checker(), "/payout-batches/" + id + "/release", "{}", 202);
        return id;
    }

    private String payout(String batch) {
        JsonNode page = week.get("/payout-batches/" + batch + "/payouts");
        return page.path("items").path(0).path("id").asString();
    }

    private void finish(String batch) {
        week.advance(Duration.ofDays(3));
        week.await("the banks", () -> count(batch, "paid") == 1);
        assertThat(week.bean(SimulatorPlant.class).provider().paidPerDestination(PayWeek.USD))
                .isEqualTo(week.earned());
        week.assertBooksAreRight();
    }

    private long count(String batch, String what) {
        return week.batch(batch).path("counts").path(what).asLong();
    }
}
