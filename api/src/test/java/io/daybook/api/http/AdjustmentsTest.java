package io.daybook.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.AccountEntryView;
import io.daybook.account.AccountViews;
import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api.Answer;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.ProjectionProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AdjustmentsTest {
    private static RunningDaybook daybook;
    private static Api api;
    private String contractor = "";

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
        api = Api.of(daybook);
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    @BeforeEach
    void register() {
        contractor = api.as("finance-maker")
                .post("/contractors", """
                        {"reference": "c-%s", "name": "Ada", "email": "a@example.com", "country": "CH", "currency": "USD"}
                        """.formatted(UUID.randomUUID()))
                .json()
                .path("id")
                .asString();
    }

    @Test
    void a_small_bonus_is_posted_at_once_and_can_be_corrected() {
        Answer bonus = adjust("BONUS", 5_000, "");
        assertThat(bonus.status()).as(bonus.body()).isEqualTo(201);
        assertThat(bonus.json().path("status").asString()).isEqualTo("POSTED");
        assertThat(bonus.json().path("contractor").path("id").asString()).isEqualTo(contractor);
        assertThat(daybook.context().getBean(ProjectionProgress.class).awaitCaughtUp(Duration.ofSeconds(5)))
                .isTrue();
        AccountEntryView entry = daybook.context()
                .getBean(AccountViews.class)
                .entries(new ContractorId(contractor), 0, 10)
                .getFirst();
        assertThat(entry.available().minor()).isEqualTo(5_000);
        String corrects =
                ", \"direction\": \"DOWN\", \"corrects\": \"" + entry.id().value() + "\"";
        assertThat(adjust("CORRECTION", 1_000, corrects).status()).isEqualTo(201);
        assertThat(adjust("DEDUCTION", 4_001, "").code()).isEqualTo("insufficient-available");
        assertThat(adjust("DEDUCTION", 4_000, "").status()).isEqualTo(201);
    }

    @Test
    void money_in_a_currency_in_which_nobody_agreed_to_pay_them_is_refused() {
        String euros = body("BONUS", 5_000, "").replace("USD", "EUR");
        Answer slip = keyed("finance-maker").post("/adjustments", euros);
        assertThat(slip.status()).as(slip.body()).isEqualTo(400);
        assertThat(slip.code()).isEqualTo("unsupported-currency");
        assertThat(slip.json().at("/errors/0/pointer").asString()).isEqualTo("/amount/currency");
        String hold = "{\"reason\": \"r\", \"amount\": {\"amount\": 100, \"currency\": \"EUR\"}}";
        String holds = "/contractors/" + contractor + "/holds";
        assertThat(api.as("finance-maker").post(holds, hold).code()).isEqualTo("unsupported-currency");
        assertThat(api.as("finance-maker")
                        .post("/engagements", """
                        {"contractor": "%s", "project": "Euros", "currency": "EUR", "rateFrom": "2026-01-01",
                         "hourlyRate": {"amount": 4000, "currency": "EUR"}}
                        """.formatted(contractor))
                        .status())
                .isEqualTo(201);
        assertThat(keyed("finance-maker").post("/adjustments", euros).status()).isEqualTo(201);
        assertThat(api.as("finance-maker").post(holds, hold).status()).isEqualTo(201);
    }

    @Test
    void who_asks_after_the_answer_sees_what_it_tells() {
        for (int i = 1; i <= 30; i++) {
            Answer posted = adjust("BONUS", 100, "");
            String id = posted.json().path("id").asString();
            assertThat(api.as("finance-checker").get("/adjustments/" + id).body())
                    .isEqualTo(posted.body());
            assertThat(api.as("finance-maker")
                            .get("/contractors/" + contractor)
                            .json()
                            .at("/balances/0/net")
                            .asLong())
                    .isEqualTo(100L * i);
        }
    }

    @Test
    void one_that_waits_can_be_approved_at_once_and_a_repeat_tells_what_was_told_first() {
        Api keyed = keyed("finance-maker");
        String body = body("BONUS", 5_000_000, "");
        Answer waits = keyed.post("/adjustments", body);
        assertThat(waits.status()).isEqualTo(202);
        assertThat(waits.json().path("status").asString()).isEqualTo("WAITING");
        Answer approved = keyed("finance-checker")
                .post("/adjustments/" + waits.json().path("id").asString() + "/approve", "");
        assertThat(approved.json().path("status").asString()).isEqualTo("POSTED");
        Answer again = keyed.post("/adjustments", body);
        assertThat(again.body()).isEqualTo(waits.body());
        assertThat(again.header("Daybook-Position")).isEqualTo(waits.header("Daybook-Position"));
    }

    @Test
    void what_standing_views_do_not_show_is_not_said_to_be_missing() throws SQLException {
        String path;
        try (Connection other = daybook.database().owner().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT 1 FROM daybook.projection_token FOR UPDATE");
            Answer bonus = adjust("BONUS", 100, "");
            assertThat(bonus.status()).isEqualTo(201);
            path = "/adjustments/" + bonus.json().path("id").asString();
            for (int tries = 0; tries < 3; tries++)
                assertThat(api.as("finance-maker").get(path).code()).isEqualTo("projection-behind");
            other.rollback();
        }
        assertThat(daybook.context().getBean(ProjectionProgress.class).awaitCaughtUp(Duration.ofSeconds(5)))
                .isTrue();
        assertThat(api.as("finance-maker").get(path).status()).isEqualTo(200);
    }

    @Test
    void balances_and_statements_tell_what_was_adjusted() {
        adjust("BONUS", 5_000, "");
        Answer deducted = adjust("DEDUCTION", 1_500, "");
        Api finance = api.as("finance-maker").with("Daybook-Min-Position", deducted.header("Daybook-Position"));
        String path = "/contractors/" + contractor;
        JsonNode balance = finance.get(path + "/balances").json().at("/balances/0");
        assertThat(balance.path("available").asLong()).isEqualTo(3_500);
        assertThat(balance.path("withheld").asLong()).isEqualTo(1_500);
        assertThat(balance.path("net").asLong()).isEqualTo(3_500);
        assertThat(finance.get(path).json().at("/balances/0/net").asLong()).isEqualTo(3_500);
        JsonNode statement = finance.get(path + "/statement").json();
        assertThat(statement.at("/opening/amount").asLong()).isZero();
        assertThat(statement.at("/closing/amount").asLong()).isEqualTo(3_500);
        assertThat(statement.at("/totals/adjusted/amount").asLong()).isEqualTo(3_500);
        assertThat(statement.path("lines").size()).isEqualTo(2);
        assertThat(statement.at("/lines/0/adjustmentKind").asString()).isEqualTo("BONUS");
        assertThat(statement.at("/lines/1/adjustmentKind").asString()).isEqualTo("DEDUCTION");
        assertThat(statement.at("/lines/1/reason").asString()).isEqualTo("r");
        String table =
                finance.with("Accept", "text/csv").get(path + "/statement").body();
        assertThat(table.lines().toList()).hasSize(5).last().asString().contains("CLOSING", "35.00", "USD");
        assertThat(table.lines().toList().get(2))
                .contains(",50.00,USD,5000,adjustment-")
                .endsWith(",BONUS,r");
        Answer page = finance.with("Accept", "application/pdf").get(path + "/statement");
        assertThat(page.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(page.body()).startsWith("%PDF-");
        assertThat(finance.with("Accept", "*/*").get(path + "/statement").header("Content-Type"))
                .isEqualTo("application/json");
        assertThat(finance.with("Accept", "application/pdf")
                        .get(path + "/statement?from=never")
                        .code())
                .isEqualTo("bad-parameter");
        assertThat(finance.get(path + "/statement?from=2026-02-02&to=2026-02-01")
                        .code())
                .isEqualTo("bad-parameter");
        assertThat(finance.get(path + "/balances?asOf=never").code()).isEqualTo("bad-parameter");
    }

    @Test
    void above_the_limit_it_waits_for_a_second_person() {
        Answer waiting = adjust("BONUS", 100_001, "");
        assertThat(waiting.status()).isEqualTo(202);
        assertThat(waiting.json().path("status").asString()).isEqualTo("WAITING");
        String approve = "/adjustments/" + waiting.json().path("id").asString() + "/approve";
        assertThat(keyed("finance-maker").post(approve, null).code()).isEqualTo("needs-second-person");
        Answer approved = keyed("finance-checker").post(approve, null);
        assertThat(approved.json().path("status").asString()).isEqualTo("POSTED");
        assertThat(approved.json().path("approver").asString()).isEqualTo("dev-finance-checker");
    }

    @Test
    void what_makes_no_sense_is_refused_where_it_stands() {
        assertThat(adjust("BONUS", 0, "").status()).isEqualTo(400);
        assertThat(adjust("BONUS", -5, "").code()).isEqualTo("not-positive");
        assertThat(adjust("BONUS", -5, "").json().at("/errors/0/pointer").asString())
                .isEqualTo("/amount/amount");
        assertThat(adjust("BONUS", Long.MAX_VALUE, "")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .as("a sum that fits nowhere would stop every view")
                .isEqualTo("/amount/amount");
        assertThat(adjust("GIFT", 5, "").code()).isEqualTo("bad-value");
        assertThat(adjust("CORRECTION", 5, "").code()).isEqualTo("missing-field");
        assertThat(adjust("BONUS", 5, ", \"direction\": \"UP\"").code()).isEqualTo("bad-value");
        assertThat(adjust("CORRECTION", 5, ", \"direction\": \"UP\", \"corrects\": \"entry-x\"")
                        .code())
                .isEqualTo("not-found");
        contractor = "contractor-nobody";
        assertThat(adjust("BONUS", 5, "").code()).isEqualTo("not-found");
    }

    @Test
    void all_are_listed_in_their_order_page_by_page_and_by_status() {
        adjust("BONUS", 100_001, "");
        adjust("BONUS", 1, "");
        adjust("BONUS", 2, "");
        Api finance = api.as("auditor");
        String of = "/adjustments?contractor=" + contractor;
        JsonNode first = finance.get(of + "&limit=2").json();
        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(first.at("/items/0/status").asString()).isEqualTo("WAITING");
        JsonNode rest = finance.get(
                        of + "&limit=2&cursor=" + first.path("nextCursor").asString())
                .json();
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(rest.at("/items/0/amount/amount").asLong()).isEqualTo(2);
        assertThat(rest.path("nextCursor").isNull()).isTrue();
        assertThat(finance.get(of + "&status=POSTED").json().path("items").size())
                .isEqualTo(2);
        assertThat(finance.get(of + "&status=WAITING").json().path("items").size())
                .isEqualTo(1);
        assertThat(finance.get(of + "&status=LOST").code()).isEqualTo("bad-parameter");
    }

    @Test
    void holds_are_listed_page_by_page() {
        String path = "/contractors/" + contractor + "/holds";
        for (int i = 0; i < 3; i++) api.as("finance-maker").post(path, "{\"reason\": \"r\"}");
        Api finance = api.as("finance-maker");
        Answer first = finance.get(path + "?limit=2");
        assertThat(first.json().path("items").size()).isEqualTo(2);
        Answer rest = finance.get(first.header("Link").replaceAll("</api/v1(.*)>; rel=\"next\"", "$1"));
        assertThat(rest.json().path("items").size()).isEqualTo(1);
        assertThat(rest.json().path("nextCursor").isNull()).isTrue();
        assertThat(finance.post(path, "{\"reason\": \"r\", \"amount\": {\"amount\": -1, \"currency\": \"USD\"}}")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/amount/amount");
    }

    private Answer adjust(String kind, long amount, String more) {
        return keyed("finance-maker").post("/adjustments", body(kind, amount, more));
    }

    private String body(String kind, long amount, String more) {
        return """
                {"contractor": "%s", "kind": "%s", "amount": {"amount": %d, "currency": "USD"}, "reason": "r"%s}
                """.formatted(contractor, kind, amount, more);
    }

    private static Api keyed(String role) {
        return api.as(role).with("Idempotency-Key", UUID.randomUUID().toString());
    }
}
