package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.eventlog.DeadLetters;
import io.daybook.api.eventlog.Replay;
import io.daybook.contractor.ContractorId;
import io.daybook.journal.JournalViews;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BrakesTest {
    private final PayWeek week = new PayWeek();

    @AfterEach
    void close() {
        week.close();
    }

    @Test
    void a_stopped_rail_sends_nothing_until_a_checker_starts_it_again() {
        week.people(10).fund(week.total());
        JsonNode stopped = week.post(week.checker(), "/rails/simulator/stop", "{\"reason\":\"a drill\"}", 200);
        assertThat(stopped.path("stopped").path("code").asString()).isEqualTo("stopped");
        String id = release("week-1");
        week.post(week.maker(), "/rails/simulator/start", "{}", 403);
        assertThat(count(id, "waiting")).isEqualTo(10);
        assertThat(paidOut()).isEmpty();
        week.post(week.checker(), "/rails/simulator/start", "{}", 200);
        week.await("the sending", () -> count(id, "accepted") == 10);
    }

    @Test
    void a_paused_batch_waits_and_cancelling_its_rest_gives_everything_back() {
        week.people(10).fund(week.total());
        week.post(week.checker(), "/rails/simulator/stop", "{}", 200);
        String id = release("week-1");
        assertThat(week.post(week.maker(), "/payout-batches/" + id + "/pause", "{}", 200)
                        .path("status")
                        .asString())
                .isEqualTo("PAUSED");
        week.post(week.checker(), "/rails/simulator/start", "{}", 200);
        week.post(week.maker(), "/payout-batches/" + id + "/cancel", "{}", 200);
        week.await("the end", () -> week.batch(id).path("status").asString().equals("PARTIALLY_COMPLETED"));
        assertThat(count(id, "dropped")).isEqualTo(10);
        assertThat(paidOut()).isEmpty();
        String again = week.approved("week-1-again");
        week.releaseOnceFunded(again);
        week.await("the sending", () -> count(again, "accepted") == 10);
        week.advance(Duration.ofDays(3));
        week.await(
                "the banks", () -> week.batch(again).path("status").asString().equals("COMPLETED"));
        assertThat(paidOut()).isEqualTo(week.earned());
        week.assertBooksAreRight();
    }

    @Test
    void cancelling_the_rest_gives_it_back_while_the_rail_is_stopped() {
        week.people(3).fund(week.total());
        String sent = release("week-0");
        week.await("the sending", () -> count(sent, "accepted") == 3);
        week.person("q1", 20_000);
        week.fund(20_000);
        week.post(week.checker(), "/rails/simulator/stop", "{\"reason\":\"a drill\"}", 200);
        String id = release("week-1");
        assertThat(week.batch(id).path("next").path("what").asString()).contains("stopped by", "A checker starts it");
        week.post(week.maker(), "/payout-batches/" + id + "/cancel", "{}", 200);
        week.await("the giving back", () -> count(id, "dropped") == 1);
        week.assertBooksAreRight();
    }

    @Test
    void a_line_altered_after_the_release_stops_the_rail_before_anything_of_its_batch_leaves() throws SQLException {
        week.people(3).fund(week.total() + 1);
        week.post(week.checker(), "/rails/simulator/stop", "{}", 200);
        String id = release("week-1");
        week.force("UPDATE view.payout_batch_line SET amount_minor = amount_minor + 1 WHERE line = 2");
        assertThat(violations()).contains("frozen-lines-hash-to-what-was-frozen");
        assertStopsAgain();
        week.force("DELETE FROM view.payout_batch_line WHERE line = 2");
        assertStopsAgain();
        assertThat(count(id, "waiting")).isEqualTo(3);
        assertThat(paidOut()).isEmpty();
        assertThat(week.bean(Replay.class)
                        .run(new Replay.Wish(true, null), position -> {})
                        .differing())
                .containsExactly("view.payout_batch_line");
        week.post(week.checker(), "/rails/simulator/start", "{}", 200);
        week.await("the sending", () -> count(id, "accepted") == 3);
        week.assertBooksAreRight();
    }

    @Test
    void nobody_of_whom_the_views_lack_a_fact_is_paid_before_it_is_taken_in() throws SQLException {
        week.people(3).fund(week.total() + 1);
        week.post(week.checker(), "/rails/simulator/stop", "{}", 200);
        String id = release("week-1");
        week.force("ALTER TABLE view.contractor_hold ADD CONSTRAINT none CHECK (hold = '') NOT VALID");
        String holds = "/contractors/" + ContractorId.of("p2").value() + "/holds";
        week.maker().post(holds, "{\"reason\": \"a letter\"}");
        DeadLetters letters = week.bean(DeadLetters.class);
        week.await("the parking", () -> letters.count() > 0);
        week.post(week.checker(), "/rails/simulator/start", "{}", 200);
        week.await("the others", () -> count(id, "accepted") == 2);
        assertThat(count(id, "waiting")).isEqualTo(1);
        assertThat(paidOut()).doesNotContainKey("acct_p2");
        week.force("ALTER TABLE view.contractor_hold DROP CONSTRAINT none");
        assertThat(letters.retry(null).parked()).isZero();
        week.await("the end", () -> count(id, "dropped") == 1);
        assertThat(count(id, "accepted")).isEqualTo(2);
        assertThat(paidOut()).doesNotContainKey("acct_p2");
        week.assertBooksAreRight();
    }

    private void assertStopsAgain() {
        week.post(week.checker(), "/rails/simulator/start", "{}", 200);
        week.awaitStop("content-changed");
    }

    private List<String> violations() {
        return week.bean(JournalViews.class).violations().stream()
                .map(JournalViews.Violation::check)
                .toList();
    }

    private String release(String reference) {
        String id = week.approved(reference);
        week.post(week.checker(), "/payout-batches/" + id + "/release", "{}", 202);
        return id;
    }

    private long count(String batch, String what) {
        return week.batch(batch).path("counts").path(what).asLong();
    }

    private Map<String, Long> paidOut() {
        return new TreeMap<>(week.bean(SimulatorPlant.class).provider().paidPerDestination(PayWeek.USD));
    }
}
