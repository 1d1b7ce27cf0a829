package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.PersonVault;
import io.daybook.money.Money;
import io.daybook.payout.BatchLine;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchViews;
import io.daybook.rail.Instruction;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailResult;
import io.daybook.rail.simulator.PayoutFate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The log was put back to an earlier point, and the provider has carried out what it no longer knows of. */
class RestoredLogTest {
    private final PayWeek week = new PayWeek();

    @AfterEach
    void close() {
        week.close();
    }

    @Test
    void what_the_provider_paid_before_is_taken_in_by_whoever_starts_the_rail_and_never_paid_again() throws Exception {
        week.people(2).fund(week.total());
        String batch = week.approved("week-1");
        forgotten(batch, 1);
        restart();
        week.awaitStop("provider-knows-more");
        JsonNode started = week.post(week.checker(), "/rails/simulator/start", "{}", 200);
        assertThat(started.path("takenIn")).hasSize(2);
        assertThat(started.path("takenIn").path(0).path("as").asString()).isEqualTo("OF_PAYOUT");
        week.post(week.checker(), "/payout-batches/" + batch + "/release", "{}", 202);
        week.await("the sending", () -> count(batch, "accepted") + count(batch, "foundLate") == 2);
        assertThat(count(batch, "foundLate")).isEqualTo(1);
        PayoutAlerts alerts = week.bean(PayoutAlerts.class);
        alerts.look();
        assertThat(alerts.alerts())
                .filteredOn(alert -> alert.kind().equals("disagreements"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.detail()).contains("FOUND_LATE"));
        restart();
        week.advance(Duration.ofDays(3));
        week.await("the banks", () -> count(batch, "paid") == 1);
        assertThat(stopCode()).isEmpty();
        assertThat(week.bean(SimulatorPlant.class).provider().paidPerDestination(PayWeek.USD))
                .isEqualTo(week.earned());
        assertThat(difference()).isZero();
        week.assertBooksAreRight();
    }

    @Test
    void what_nothing_of_ours_explains_is_noted_shown_and_keeps_its_reference_from_being_used_again() {
        week.people(1).fund(week.total() + 100);
        PayoutBatchId lost = PayoutBatchId.of("week-1");
        String payout = lost.payout(1).value();
        send(new Instruction.Transfer(payout + ":transfer:1", payout, 1, Money.of(100, "USD"), "acct_lost"));
        restart();
        week.awaitStop("provider-knows-more");
        JsonNode started = week.post(week.checker(), "/rails/simulator/start", "{}", 200);
        assertThat(started.path("takenIn").path(0).path("as").asString()).isEqualTo("STRAY");
        week.await("the item", () -> difference() == -100);
        JsonNode item = week.get("/rails/simulator").path("items").path(0);
        assertThat(item.path("kind").asString()).isEqualTo("stray-object");
        assertThat(item.path("payout").asString()).isEqualTo(payout);
        week.post(
                week.maker(),
                "/payout-batches",
                "{\"rail\":\"simulator\",\"currency\":\"USD\",\"cutoff\":\"2026-01-01T00:00:00Z\",\"reference\":\"week-1\"}",
                409);
        restart();
        String batch = week.approved("week-2");
        week.post(week.checker(), "/payout-batches/" + batch + "/release", "{}", 202);
        week.await("the sending", () -> count(batch, "accepted") == 1);
        assertThat(stopCode()).isEmpty();
    }

    /** A new attempt that the lost stretch had made is nowhere in the list of what is new: its transfer is an old one. */
    @Test
    void a_second_attempt_is_looked_for_before_it_is_made() {
        week.people(1).fund(week.total());
        week.bean(SimulatorPlant.class).provider().decideNextPayout("acct_p1", PayoutFate.FAILED);
        String batch = week.approved("week-1");
        week.post(week.checker(), "/payout-batches/" + batch + "/release", "{}", 202);
        week.await("the sending", () -> count(batch, "accepted") == 1);
        week.advance(Duration.ofDays(2));
        week.await("the bank's no", () -> count(batch, "failed") == 1);
        week.bean(SimulatorPlant.class).holdWebhooks();
        String payout = new PayoutBatchId(batch).payout(1).value();
        send(new Instruction.PayOut(
                payout + ":payout:2", payout, 2, line(batch, 1).amount(), "acct_p1"));
        week.advance(Duration.ofDays(60));
        week.post(week.checker(), "/payouts/" + payout + "/retry", "{}", 200);
        week.await("the look", () -> count(batch, "accepted") + count(batch, "paid") == 1);
        assertThat(week.bean(SimulatorPlant.class).provider().paidPerDestination(PayWeek.USD))
                .isEqualTo(week.earned());
        week.assertBooksAreRight();
    }

    /** Nobody tells of its end: the row of the payout shows the first object only. */
    @Test
    void a_second_payment_goes_on_being_asked_for_as_well() {
        week.people(1).fund(2 * week.total());
        String batch = week.approved("week-1");
        week.post(week.checker(), "/payout-batches/" + batch + "/release", "{}", 202);
        week.await("the sending", () -> count(batch, "accepted") == 1);
        String payout = new PayoutBatchId(batch).payout(1).value();
        Money amount = line(batch, 1).amount();
        week.bean(SimulatorPlant.class).provider().decideNextPayout("acct_p1", PayoutFate.FAILED_AFTER_PAID);
        send(new Instruction.Transfer("by hand 1", payout, 1, amount, "acct_p1"));
        send(new Instruction.PayOut("by hand 2", payout, 1, amount, "acct_p1"));
        week.await("the second one", () -> timeline(payout).contains("PayoutFoundLate"));
        week.bean(SimulatorPlant.class).holdWebhooks();
        week.advance(Duration.ofDays(7));
        week.await("its end", () -> timeline(payout).contains("PayoutFailedAfterPaid"));
        assertThat(count(batch, "paid")).isEqualTo(1);
    }

    private List<String> timeline(String payout) {
        return week.get("/payouts/" + payout)
                .path("timeline")
                .valueStream()
                .map(moment -> moment.path("what").asString())
                .toList();
    }

    /** Both steps of a line, as they were carried out before the log was put back. */
    private void forgotten(String batch, int line) {
        String payout = new PayoutBatchId(batch).payout(line).value();
        BatchLine frozen = line(batch, line);
        String account = week.bean(PersonVault.class)
                .open(frozen.destination().account().sealed())
                .orElseThrow();
        send(new Instruction.Transfer(payout + ":transfer:1", payout, 1, frozen.amount(), account));
        send(new Instruction.PayOut(payout + ":payout:1", payout, 1, frozen.amount(), account));
    }

    private BatchLine line(String batch, int line) {
        return week.bean(PayoutBatchViews.class)
                .lines(new PayoutBatchId(batch), line - 1, 1)
                .getFirst();
    }

    private void send(Instruction instruction) {
        PayoutRail rail = week.bean(SimulatorPlant.class).rail();
        assertThat(rail.submit(instruction)).isInstanceOf(RailResult.Accepted.class);
    }

    private void restart() {
        week.bean(RailEngines.class).stop();
        week.bean(RailEngines.class).start();
    }

    private String stopCode() {
        return week.get("/rails/simulator").path("stopped").path("code").asString("");
    }

    private long difference() {
        return week.get("/rails/simulator").path("difference").path("amount").asLong();
    }

    private long count(String batch, String what) {
        return week.batch(batch).path("counts").path(what).asLong();
    }
}
