package io.daybook.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api.Answer;
import io.daybook.api.security.Route;
import io.daybook.api.security.Routes;
import io.daybook.kernel.Hash;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands in a query is understood or refused, never passed over. */
class QueryTest {
    private static RunningDaybook daybook;
    private static Api api;

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
        api = Api.of(daybook);
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    @Test
    void no_path_passes_over_a_parameter_that_it_does_not_take() {
        Api auditor = api.as("auditor");
        for (Route route : Routes.table().all()) {
            if (!route.method().name().equals("GET")) continue;
            String path = route.path().getPatternString().substring("/api/v1".length());
            Answer answer = auditor.get(path.replaceAll("\\{.*?}", "x") + "?nonsense=1");
            if (answer.status() == 404) continue; // planned: no controller yet
            assertThat(answer.code()).as(path + ": " + answer.body()).isEqualTo("unknown-parameter");
        }
        assertThat(api.as("finance-maker")
                        .with("Content-Type", "text/csv")
                        .post("/imports?kind=roster&fromat=daybook", "x")
                        .code())
                .isEqualTo("unknown-parameter");
        assertThat(api.as("auditor")
                        .with("Accept", "text/csv")
                        .get("/ledger/journal?limit=3")
                        .code())
                .isEqualTo("unknown-parameter");
    }

    @Test
    void every_parameter_that_is_documented_is_taken() {
        Api auditor = api.as("auditor");
        for (var path : api.get("//v3/api-docs").json().path("paths").properties())
            for (var parameter : path.getValue().path("get").path("parameters")) {
                if (!parameter.path("in").asString().equals("query")) continue;
                String asked = path.getKey().substring("/api/v1".length()).replaceAll("\\{.*?}", "x") + "?"
                        + parameter.path("name").asString() + "=1";
                Answer answer = auditor.get(asked);
                if (answer.status() == 400) assertThat(answer.code()).as(asked).isNotEqualTo("unknown-parameter");
            }
    }

    @Test
    void a_misspelt_filter_is_told_what_it_may_have_been() {
        Answer answer = api.as("auditor").get("/payouts?Contracter=ada");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString())
                .contains("Contracter", "did you mean contractor?", "limit", "status", "unresolved");
        Answer strange = api.as("auditor").get("/payouts?%3Cscript%3E=1");
        assertThat(strange.code()).isEqualTo("unknown-parameter");
        assertThat(strange.body()).doesNotContain("script");
    }

    @Test
    void a_second_value_is_not_passed_over() {
        Answer answer = api.as("auditor").get("/payouts?status=PAID&status=FAILED");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("duplicate-parameter");
        assertThat(api.as("auditor").get("/payouts?status=PAID&&").status()).isEqualTo(200);
    }

    @Test
    void a_word_that_is_none_of_a_list_is_told_the_list() {
        Api maker = api.as("finance-maker")
                .with("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(detail(maker.get("/payouts?status=LOST"))).contains("RESERVED, SUBMITTING", "FOUND_LATE");
        assertThat(detail(maker.get("/adjustments?status=LOST"))).contains("WAITING, POSTED");
        assertThat(detail(maker.get("/timesheets?period=soon"))).contains("YYYY-MM-DD");
        assertThat(detail(maker.get("/payouts?unresolved=maybe"))).contains("true or false");
        String adjustment = """
                {"contractor": "x", "kind": "%s", "amount": {"amount": 1, "currency": "USD"}, "reason": "r", "direction": "%s"}
                """;
        assertThat(detail(maker.post("/adjustments", adjustment.formatted("GIFT", "UP"))))
                .contains("BONUS", "REFERRAL", "EXPENSE", "DEDUCTION", "CORRECTION");
        assertThat(detail(maker.post("/adjustments", adjustment.formatted("CORRECTION", "LEFT"))))
                .contains("UP, DOWN");
        assertThat(detail(maker.post(
                        "/payout-batches",
                        "{\"rail\": \"pigeon\", \"currency\": \"USD\", \"cutoff\": \"2026-01-01T00:00:00Z\"}")))
                .contains("one of simulator");
    }

    @Test
    void whoever_may_stop_a_rail_may_look_at_it() {
        for (String role : List.of("operator", "finance-maker", "finance-checker", "auditor"))
            assertThat(api.as(role).get("/rails/simulator").status()).as(role).isNotEqualTo(403);
    }

    @Test
    void columns_of_money_say_their_unit() {
        Answer csv = api.as("auditor").with("Accept", "text/csv").get("/ledger/journal");
        assertThat(csv.body().lines().findFirst().orElseThrow())
                .endsWith("currency,debit,credit,debitMinor,creditMinor,debitMajor,creditMajor");
    }

    private static String detail(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.json().path("detail").asString();
    }

    /** Whoever knows how a mark is made, but not under which key, can make none. */
    @Test
    void a_cursor_that_daybook_did_not_give_is_refused_and_not_read() {
        for (String list : List.of("/adjustments", "/imports", "/ledger/journal", "/timesheets", "/pay-periods"))
            for (String key : List.of("x", "2026-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z 1", ""))
                for (String mark :
                        List.of("", "aaaaaa", "aaaaaaaaaaaaaaaa", Hash.shortKey("/api/v1" + list + "?", key)))
                    assertThat(api.as("auditor")
                                    .get(list + "?cursor=" + base64(mark + key))
                                    .code())
                            .as(list + " " + mark + key)
                            .isEqualTo("bad-cursor");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
