package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.rail.RailObject;
import io.daybook.rail.simulator.Fault;
import io.daybook.rail.simulator.PayoutFate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TakeBackTest {
    private final PayWeek week = new PayWeek();

    @AfterEach
    void close() {
        week.close();
    }

    @Test
    void what_came_back_to_a_former_destination_is_reversed_once_and_paid_to_the_present_one() {
        week.people(1).fund(week.total());
        week.bean(SimulatorPlant.class).provider().decideNextPayout("acct_p1", PayoutFate.FAILED_AFTER_PAID);
        String first = release("week-1");
        week.await("the sending", () -> count(first, "accepted") == 1);
        week.advance(Duration.ofDays(2));
        week.await("the bank", () -> count(first, "paid") + count(first, "failedAfterPaid") == 1);
        week.advance(Duration.ofDays(4));
        week.await("the return", () -> count(first, "failedAfterPaid") == 1);
        assertThat(onConnectedAccounts()).isEqualTo(week.total());

        week.bean(SimulatorPlant.class).provider().failNextWrite(Fault.LOST);
        moveTo("acct_elsewhere");
        week.advance(Duration.ofMinutes(3));
        week.await("the intent", () -> reversals().size() == 1);
        week.advance(Duration.ofMinutes(2));
        week.await("the reversal", () -> onConnectedAccounts() == 0);
        assertThat(week.get("/rails/simulator").path("available").path("amount").asLong())
                .isEqualTo(week.total());

        week.advance(Duration.ofHours(73));
        week.await("what is owed", () -> owed() == week.total());
        String second = release("week-2");
        week.await("the sending", () -> count(second, "accepted") == 1);
        week.advance(Duration.ofDays(3));
        week.await("the bank", () -> count(second, "paid") == 1);
        assertThat(week.bean(SimulatorPlant.class).provider().paidPerDestination(PayWeek.USD))
                .containsEntry("acct_elsewhere", week.total());
        assertThat(reversals()).hasSize(1);
        week.assertBooksAreRight();
    }

    private void moveTo(String destination) {
        String path = "/contractors/" + contractor() + "/payout-destination";
        String body = "{\"payoutDestination\": \"" + destination + "\"}";
        assertThat(week.maker().send("PUT", path, body).status()).isEqualTo(202);
        assertThat(week.checker().post(path + "/approve", null).status()).isEqualTo(200);
    }

    private String contractor() {
        return week.get("/contractors").path("items").path(0).path("id").asString();
    }

    private String release(String reference) {
        String id = week.approved(reference);
        week.releaseOnceFunded(id);
        return id;
    }

    private List<RailObject> reversals() {
        return week.bean(SimulatorPlant.class).rail().listSince(Instant.EPOCH, List.of()).stream()
                .filter(object -> object.kind() == RailObject.Kind.REVERSAL)
                .toList();
    }

    private long onConnectedAccounts() {
        for (JsonNode row : week.get("/ledger/trial-balance").path("rows"))
            if (row.path("account").asString().equals("1020"))
                return row.path("debit").asLong();
        return 0;
    }

    private long owed() {
        JsonNode balances = week.get("/contractors/" + contractor() + "/balances");
        return balances.path("balances").path(0).path("available").asLong();
    }

    private long count(String batch, String what) {
        return week.batch(batch).path("counts").path(what).asLong();
    }
}
