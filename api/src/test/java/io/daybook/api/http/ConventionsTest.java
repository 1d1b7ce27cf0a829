package io.daybook.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every path has in common. */
class ConventionsTest {
    private static RunningDaybook daybook;
    private static Api maker;

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
        maker = Api.of(daybook).as("finance-maker");
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    @Test
    void head_says_what_get_would_without_the_body() {
        String id = maker.post("/contractors", body("\"currency\": \"USD\""))
                .json()
                .path("id")
                .asString();
        for (String path : List.of("/contractors/" + id, "/contractors?limit=1", "/adjustments", "/nowhere")) {
            Answer get = maker.get(path);
            Answer head = maker.send("HEAD", path, null);
            assertThat(head.status()).as(path).isEqualTo(get.status());
            assertThat(head.body()).as(path).isEmpty();
            for (String header : List.of("ETag", "Content-Type", "Link", "Cache-Control"))
                assertThat(head.header(header)).as(path + " " + header).isEqualTo(get.header(header));
        }
        assertThat(maker.send("HEAD", "/funding", null).status()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "'currency': 'USD', 'colour': 'red'          | unknown-field        | /colour",
                "'currency': 'USD', 'name': 'Bob'            | duplicate-field      | /name",
                "'currency': 'XAU'                           | unsupported-currency | /currency",
                "'currency': 'usd'                           | unsupported-currency | /currency",
                "'currency': 840                             | wrong-type           | /currency",
                "'currency': null                            | missing-field        | /currency",
                "'colour~/x': 1, 'currency': 'USD'           | unknown-field        | /colour~0~1x",
                "'payoutDestination': ' ', 'currency': 'USD' | bad-value            | /payoutDestination",
                "'payoutDestination': 7, 'currency': 'USD'   | wrong-type           | /payoutDestination",
                "'payoutDestination': {}, 'currency': 'USD'  | wrong-type           | /payoutDestination",
                "'country2': true                            | unknown-field        | /country2",
            })
    void a_body_is_taken_exactly_as_documented(String field, String code, String pointer) {
        Answer answer = maker.post("/contractors", body(field.replace('\'', '"')));
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'amount': 4000.0, 'currency': 'USD'}           | wrong-type   | /hourlyRate/amount",
                "{'amount': 4e3, 'currency': 'USD'}              | wrong-type   | /hourlyRate/amount",
                "{'amount': '4000', 'currency': 'USD'}           | wrong-type   | /hourlyRate/amount",
                "{'amount': 92233720368547758070, 'currency': 'USD'} | bad-value | /hourlyRate/amount",
                "{'amount': 1000000000000000, 'currency': 'USD'} | bad-value    | /hourlyRate/amount",
                "{'amount': 1000000000000, 'currency': 'USD'}    | bad-value    | /hourlyRate/amount",
                "{'amount': null, 'currency': 'USD'}             | missing-field | /hourlyRate/amount",
                "{'currency': 'USD'}                             | missing-field | /hourlyRate/amount",
                "{'amount': 4000, 'currency': 'USD', 'x': 1}     | unknown-field | /hourlyRate/x",
                "4000                                            | wrong-type   | /hourlyRate",
                "{'amount': 0, 'currency': 'USD'}                | not-positive | /hourlyRate/amount",
            })
    void money_is_whole_minor_units_with_a_currency(String money, String code, String pointer) {
        String contractor = maker.post("/contractors", body("\"currency\": \"USD\""))
                .json()
                .path("id")
                .asString();
        Answer answer = maker.post(
                "/engagements",
                "{\"contractor\": \"%s\", \"project\": \"p\", \"currency\": \"USD\", \"rateFrom\": \"2026-01-01\", \"hourlyRate\": %s}"
                        .formatted(contractor, money.replace('\'', '"')));
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    @Test
    void what_is_no_json_is_told_apart() {
        for (String body : List.of("{", "", "nonsense", body("\"currency\": \"USD\"") + " {}", "[]", "\"text\""))
            assertThat(maker.post("/contractors", body).code()).as(body).isIn("bad-json", "wrong-type");
        Answer media = maker.with("Content-Type", "text/plain").post("/contractors", "{}");
        assertThat(media.code()).isEqualTo("unsupported-media");
        assertThat(media.status()).isEqualTo(415);
        Answer large = maker.post("/contractors", "{\"name\": \"" + "x".repeat(30 * 1024 * 1024) + "\"}");
        assertThat(large.code()).isEqualTo("too-large");
        assertThat(large.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'reference': 'a\\u0000b', 'name': 'Ada', | /reference",
                "{'reference': 'r', 'name': '\\u0000', | /name",
                "{'reference': 'r', 'name': '\\ud800x', | /name",
                "{'reference': 'r', 'name': 'x\\udc00', | /name",
            })
    void a_text_that_no_table_could_hold_never_reaches_the_log(String start, String pointer) {
        Answer answer = maker.post(
                "/contractors",
                start.replace('\'', '"') + "\"email\": \"a@example.com\", \"country\": \"CH\", \"currency\": \"USD\"}");
        assertThat(answer.code()).as(answer.body()).isEqualTo("bad-value");
        assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
        assertThat(maker.post("/contractors", body("\"currency\": \"USD\"")).status())
                .isEqualTo(201);
    }

    @Test
    void a_query_that_is_no_text_is_the_callers_mistake() {
        for (String query : List.of("project=%00", "project=a%00b", "project=%FF", "project=%ED%A0%80", "%00=x"))
            assertThat(maker.get("/timesheets?" + query).code()).as(query).isEqualTo("bad-parameter");
        assertThat(maker.get("/timesheets?project=%F0%9F%98%80+%25").status()).isEqualTo(200);
    }

    @Test
    void an_order_without_a_body_does_not_pass_over_one() {
        String submit = "/timesheets/nope/submit";
        Api contractor = maker.asContractor("nobody");
        assertThat(contractor.post(submit, "{\"revision\": 1}").code()).isEqualTo("unknown-field");
        assertThat(contractor.post(submit, "{").code()).isEqualTo("bad-json");
        assertThat(contractor.post(submit, "7").code()).isEqualTo("wrong-type");
        for (String nothing : List.of("", "{}", "null"))
            assertThat(contractor.post(submit, nothing).code()).isEqualTo("not-found");
    }

    @Test
    void every_list_is_cut_and_goes_on() {
        for (String list : List.of(
                "/contractors",
                "/engagements",
                "/timesheets",
                "/pay-periods",
                "/adjustments",
                "/payouts",
                "/payout-batches",
                "/ledger/journal"))
            for (String query : List.of("limit=0", "limit=501", "limit=x", "cursor=nonsense"))
                assertThat(maker.get(list + "?" + query).status())
                        .as(list + "?" + query)
                        .isEqualTo(400);
    }

    @Test
    void a_bulk_order_says_what_it_is_about_and_a_period_is_a_first_day() {
        Api approver = Api.of(daybook).as("approver");
        assertThat(approver.post("/timesheets/approvals", "{\"filter\": {}}").code())
                .isEqualTo("missing-field");
        assertThat(maker.post("/timesheets/submissions", "{\"filter\": {}}").code())
                .isEqualTo("missing-field");
        Answer midweek = maker.post("/timesheets/submissions", "{\"filter\": {\"period\": \"2026-01-07\"}}");
        assertThat(midweek.code()).isEqualTo("bad-value");
        assertThat(midweek.json().path("detail").asString()).contains("2026-01-05");
        Answer listed = maker.get("/timesheets?period=2026-01-07");
        assertThat(listed.code()).isEqualTo("bad-parameter");
        assertThat(listed.json().path("detail").asString()).contains("2026-01-05");
    }

    @Test
    void a_problem_names_itself_and_the_request_and_no_insides() {
        Answer answer = maker.with("X-Request-Id", "mine-1").get("/contractors/contractor-unknown");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("X-Request-Id")).isEqualTo("mine-1");
        assertThat(answer.json().path("type").asString()).isEqualTo("https://daybook.dev/problems/not-found");
        assertThat(answer.json().path("title").asString()).isEqualTo("Not found");
        assertThat(answer.json().path("status").asInt()).isEqualTo(404);
        assertThat(answer.json().path("instance").asString()).isEqualTo("urn:daybook:request:mine-1");
        assertThat(answer.body()).doesNotContain("Exception", "io.daybook", "trace");
        assertThat(maker.with("X-Request-Id", "a b").get("/contractors").header("X-Request-Id"))
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void problems_come_as_json_whatever_was_asked_for() {
        Answer answer = maker.with("Accept", "text/csv").get("/contractors/contractor-unknown");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void parameters_that_cannot_be_read_are_named() {
        for (String query : List.of("limit=0", "limit=501", "limit=x"))
            assertThat(maker.get("/contractors?" + query).code()).as(query).isEqualTo("bad-parameter");
        assertThat(maker.get("/contractors?cursor=nonsense").code()).isEqualTo("bad-cursor");
        assertThat(maker.get("/timesheets?period=yesterday").code()).isEqualTo("bad-parameter");
        assertThat(maker.get("/timesheets?status=LOST").code()).isEqualTo("bad-parameter");
    }

    @Test
    void a_list_goes_on_where_it_ended_whatever_is_added_meanwhile() {
        for (int i = 0; i < 5; i++) maker.post("/contractors", body("\"currency\": \"USD\""));
        Answer first = maker.get("/contractors?limit=3");
        assertThat(first.json().path("items").size()).isEqualTo(3);
        maker.post("/contractors", body("\"currency\": \"USD\"").replace("c-", "a-"));
        String next = first.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        assertThat(next).startsWith("/api/v1/contractors?limit=3&cursor=");
        Answer second = maker.get(next.substring("/api/v1".length()));
        String last = first.json().path("items").path(2).path("reference").asString();
        assertThat(second.json().path("items").path(0).path("reference").asString())
                .isGreaterThan(last);
        String cursor = first.json().path("nextCursor").asString();
        assertThat(maker.get("/engagements?cursor=" + cursor).code()).isEqualTo("bad-cursor");
    }

    @Test
    void a_cursor_leads_nowhere_under_other_filters_than_its_own() {
        for (int i = 0; i < 3; i++) maker.post("/contractors", body("\"currency\": \"USD\""));
        String list = "/contractors?payable=false&limit=1";
        String cursor = "&cursor=" + maker.get(list).json().path("nextCursor").asString();
        assertThat(maker.get(list + cursor).status()).isEqualTo(200);
        assertThat(maker.get("/contractors?limit=2" + cursor + "&payable=false").status())
                .as("in another order, with another limit")
                .isEqualTo(200);
        for (String other : List.of("payable=true", "payable=false&q=x", "limit=1")) {
            Answer answer = maker.get("/contractors?" + other + cursor);
            assertThat(answer.status()).as(other).isEqualTo(400);
            assertThat(answer.code()).as(other).isEqualTo("bad-cursor");
        }
    }

    @Test
    void a_read_waits_for_its_position_or_says_that_it_is_behind() {
        Answer written = maker.post("/contractors", body("\"currency\": \"USD\""));
        String position = written.header("Daybook-Position");
        assertThat(maker.with("Daybook-Min-Position", position)
                        .get("/contractors")
                        .status())
                .isEqualTo(200);
        Answer behind = maker.with("Daybook-Min-Position", "999999999").get("/contractors");
        assertThat(behind.status()).isEqualTo(503);
        assertThat(behind.code()).isEqualTo("projection-behind");
        assertThat(behind.header("Retry-After")).isEqualTo("1");
        for (String nonsense : List.of("soon", "-1", "1.5", "99999999999999999999"))
            assertThat(maker.with("Daybook-Min-Position", nonsense)
                            .get("/contractors")
                            .status())
                    .as(nonsense)
                    .isEqualTo(400);
    }

    private static String body(String field) {
        return "{\"reference\": \"c-" + UUID.randomUUID()
                + "\", \"name\": \"Ada\", \"email\": \"ada@example.com\", \"country\": \"CH\", " + field + "}";
    }
}
