package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.http.Api;
import io.daybook.api.security.TestTokens;
import io.daybook.kernel.ProjectionProgress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** One token in the wrong hands, used for anything, in any order, at once: nothing is paid, and somebody hears of it. */
class StolenTokenTest {
    private static final int HANDS = 4;
    private static final int ORDERS_EACH = 60;
    private static final long PLENTY = 10_000_000_00;
    private static final List<String> BEFORE_THE_RELEASE = List.of("DRAFT", "FROZEN", "APPROVED", "CANCELLED");

    private final PayWeek week = new PayWeek();

    @AfterEach
    void close() {
        week.close();
    }

    /**
     * @param honest how far the honest had come: what a checker finds frozen by another, a checker may approve
     */
    @ParameterizedTest
    @CsvSource({
        "approver, APPROVED",
        "finance-maker, APPROVED",
        "finance-checker, DRAFT",
        "finance-maker finance-checker approver operator admin, DRAFT"
    })
    void nothing_is_paid_and_an_alert_stands(String roles, String honest) throws Exception {
        long seed = Long.getLong("daybook.test.seed", System.nanoTime());
        System.out.println("seed " + seed + " (-Ddaybook.test.seed)");
        week.people(Thief.PEOPLE).fund(PLENTY);
        week.draft("honest-1");
        if (honest.equals("APPROVED")) week.approved("honest-2");
        String token = TestTokens.of(week.daybook, "thief", roles.split(" "));
        use(token, seed);
        week.advance(Duration.ofHours(73));
        use(token, seed + 1);

        assertThat(week.bean(ProjectionProgress.class).awaitCaughtUp(Duration.ofSeconds(60)))
                .isTrue();
        for (JsonNode batch : week.get("/payout-batches").path("items"))
            assertThat(batch.path("status").asString()).isIn(BEFORE_THE_RELEASE);
        assertThat(parked())
                .as("what the rules let through and only a view refused")
                .isEmpty();
        assertThat(intents()).isZero();
        assertThat(week.bean(SimulatorPlant.class).provider().paidPerDestination(PayWeek.USD))
                .isEmpty();
        JsonNode alerts =
                Api.of(week.daybook).as("finance-checker").get("/alerts").json();
        assertThat(alerts.path("items").values().stream())
                .as(alerts.toString())
                .anyMatch(alert -> alert.path("subject").asString().equals("thief")
                        && TokenAlerts.KINDS.contains(alert.path("kind").asString()));
    }

    private void use(String token, long seed) throws Exception {
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int hand = 0; hand < HANDS; hand++) {
                Thief thief = new Thief(week, token, new Random(seed * 31 + hand), "thief-" + seed + "-" + hand);
                all.add(hands.submit(() -> {
                    for (int i = 0; i < ORDERS_EACH; i++) thief.order();
                    thief.payday();
                }));
            }
            for (Future<?> one : all) one.get();
        }
    }

    private JsonNode parked() {
        return Api.of(week.daybook).as("operator").get("/dead-letters").json().path("items");
    }

    private long intents() throws SQLException {
        try (Connection connection = week.daybook.database().owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM view.payout_intent")) {
            row.next();
            return row.getLong(1);
        }
    }
}
