package io.daybook.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api.Answer;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a contractor's registration to approved time, as the people concerned do it. */
class PeopleAndTimeTest {
    private static final String PERIOD = "2026-01-05";
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
    void a_contractor_is_registered_once_and_seen_by_finance_and_themselves() {
        String reference = reference();
        JsonNode ada = register(reference);
        assertThat(ada.path("reference").asString()).isEqualTo(reference);
        assertThat(ada.path("name").asString()).isEqualTo("Ada " + reference);
        assertThat(ada.path("payable").path("blockingReasons").toString()).contains("KYC", "TAX_FORM");
        String path = "/contractors/" + ada.path("id").asString();
        assertThat(api.asContractor(reference).get(path).status()).isEqualTo(200);
        assertThat(api.asContractor("someone-else").get(path).code()).isEqualTo("not-found");
        assertThat(api.asContractor(reference)
                        .get("/contractors")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        Answer other = maker().post("/contractors", contractor(reference).replace("Ada", "Bob"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("reference-taken");
        assertThat(register(reference).path("id")).isEqualTo(ada.path("id"));
        for (String[] differing : new String[][] {
            {"\"CH\"", "\"DE\""}, {"\"USD\"", "\"EUR\""}, {"\"USD\"", "\"USD\", \"payoutDestination\": \"acct_x\""}
        })
            assertThat(maker().post("/contractors", contractor(reference).replace(differing[0], differing[1]))
                            .code())
                    .as(differing[1])
                    .isEqualTo("reference-taken");
    }

    @Test
    void personal_data_is_nowhere_in_the_database() {
        String reference = reference();
        register(reference);
        String everything = org.springframework.jdbc.core.simple.JdbcClient.create(
                        daybook.database().owner())
                .sql("SELECT string_agg(encode(payload, 'escape'), ' ') FROM daybook.event_log")
                .query(String.class)
                .single();
        assertThat(everything).doesNotContain("Ada " + reference).doesNotContain(reference + "@example.com");
    }

    @Test
    void requirements_and_holds_block_and_unblock() {
        String reference = reference();
        String path = "/contractors/" + register(reference).path("id").asString();
        maker().send("PUT", path + "/requirements", "{\"cleared\": [\"KYC\", \"TAX_FORM\"]}");
        Answer payable = maker().send("PUT", path + "/payout-destination", "{\"payoutDestination\": \"acct_1\"}");
        assertThat(payable.status()).isEqualTo(200);
        assertThat(payable.json().path("payable").path("ok").asBoolean()).isTrue();
        Answer hold = maker().post(path + "/holds", "{\"reason\": \"a dispute\"}");
        assertThat(hold.status()).isEqualTo(201);
        assertThat(maker().get(path)
                        .json()
                        .path("payable")
                        .path("blockingReasons")
                        .toString())
                .isEqualTo("[\"MANUAL_HOLD\"]");
        assertThat(maker().get(path + "/holds")
                        .json()
                        .path("items")
                        .path(0)
                        .path("reason")
                        .asString())
                .isEqualTo("a dispute");
        Answer lifted =
                maker().send("DELETE", path + "/holds/" + hold.json().path("id").asString(), null);
        assertThat(lifted.status()).isEqualTo(204);
        assertThat(maker().get(path).json().path("payable").path("ok").asBoolean())
                .isTrue();
    }

    @Test
    void a_change_of_destination_by_finance_needs_a_second_person() {
        String reference = reference();
        String path = "/contractors/" + register(reference).path("id").asString();
        maker().send("PUT", path + "/payout-destination", "{\"payoutDestination\": \"acct_1\"}");
        Answer changed = maker().send("PUT", path + "/payout-destination", "{\"payoutDestination\": \"acct_2\"}");
        assertThat(changed.status()).isEqualTo(202);
        assertThat(maker().post(path + "/payout-destination/approve", null).code())
                .isEqualTo("needs-second-person");
        Answer approved = api.as("finance-checker").post(path + "/payout-destination/approve", "{\"proposal\": 1}");
        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.json().path("payoutDestination").path("value").asString())
                .isEqualTo("****ct_2");
        assertThat(approved.json().path("payable").path("blockingReasons").toString())
                .contains("DESTINATION_COOLDOWN");
    }

    @Test
    void an_engagement_made_again_is_the_same_one_and_its_terms_change_only_by_name() {
        String contractor = register(reference()).path("id").asString();
        String body = """
                {"contractor": "%s", "project": "Labels", "currency": "USD", "rateFrom": "2025-12-01",
                 "hourlyRate": {"amount": 4000, "currency": "USD"}, "weeklyCapHours": 40%s}""";
        Answer made = maker().post("/engagements", body.formatted(contractor, ""));
        String path = "/engagements/" + made.json().path("id").asString();
        assertThat(maker().post("/engagements", body.formatted(contractor, "")).json())
                .isEqualTo(made.json());
        Answer refused = maker().post("/engagements", body.formatted(contractor, ", \"overlap\": \"allow\""));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("engagement-exists");
        assertThat(refused.json().path("detail").asString()).contains("(overlap)", path, "/terms", "/rates");
        assertThat(maker().get(path).json()).isEqualTo(made.json());
        JsonNode changed =
                maker().send("PUT", path + "/terms", "{\"overlap\": \"allow\"}").json();
        assertThat(changed.path("overlap").asString()).isEqualTo("allow");
        assertThat(changed.path("weeklyCapHours").asInt()).isEqualTo(40);
        assertThat(maker().send("PUT", path + "/terms", "{}").code()).isEqualTo("missing-field");
        assertThat(maker().send("PUT", path + "/terms", "{\"uncapped\": true}")
                        .json()
                        .path("weeklyCapHours")
                        .isNull())
                .isTrue();
    }

    @Test
    void time_is_recorded_submitted_and_approved_by_somebody_else() {
        String reference = reference();
        String sheet = sheet(reference, "Labels");
        Api ada = api.asContractor(reference);
        assertThat(entry(ada, sheet, PERIOD + "T09:00:00+00:00", 5400).status()).isEqualTo(201);
        Answer submitted = ada.post(sheet + "/submit", null);
        assertThat(submitted.json().path("status").asString()).isEqualTo("SUBMITTED");
        assertThat(submitted.json().path("amount").path("amount").asLong()).isEqualTo(6000);
        int revision = submitted.json().path("revision").asInt();
        Api lead = api.as("approver");
        assertThat(lead.post(sheet + "/approve", "{\"revision\": " + (revision - 1) + "}")
                        .code())
                .isEqualTo("stale-revision");
        Answer approved = lead.post(sheet + "/approve", "{\"revision\": " + revision + "}");
        assertThat(approved.json().path("status").asString()).isEqualTo("APPROVED");
        assertThat(entry(ada, sheet, PERIOD + "T12:00:00+00:00", 60).code()).isEqualTo("period-locked");
        String worked = approved.json().path("entries").path(0).path("id").asString();
        Answer corrected = lead.post(
                sheet + "/correct",
                "{\"changes\": [{\"entry\": \"" + worked + "\", \"seconds\": 3600}], \"reason\": \"a break\"}");
        assertThat(corrected.json().path("amount").path("amount").asLong()).isEqualTo(4000);
        String balances = sheet.replaceFirst("/timesheets/timesheet-([^-]+)-.*", "/contractors/contractor-$1/balances");
        assertThat(maker().with("Daybook-Min-Position", corrected.header("Daybook-Position"))
                        .get(balances)
                        .json()
                        .at("/balances/0/net")
                        .asLong())
                .isEqualTo(4000);
    }

    @Test
    void overlapping_time_is_refused_across_engagements() {
        String reference = reference();
        String one = sheet(reference, "Labels");
        String other = sheet(reference, "Reviews");
        Api ada = api.asContractor(reference);
        assertThat(entry(ada, one, PERIOD + "T09:00:00+00:00", 3600).status()).isEqualTo(201);
        Answer overlap = entry(ada, other, PERIOD + "T09:59:59+00:00", 3600);
        assertThat(overlap.status()).isEqualTo(409);
        assertThat(overlap.code()).isEqualTo("overlap");
        assertThat(entry(ada, other, PERIOD + "T10:00:00+00:00", 0).code()).isEqualTo("not-positive");
        assertThat(entry(ada, other, PERIOD + "T10:00:00+00:00", 60).status()).isEqualTo(201);
    }

    @Test
    void somebody_elses_timesheet_is_not_there() {
        String sheet = sheet(reference(), "Labels");
        Api stranger = api.asContractor("stranger");
        assertThat(stranger.get(sheet).code()).isEqualTo("not-found");
        assertThat(stranger.post(sheet + "/submit", null).code()).isEqualTo("not-found");
        assertThat(api.as("finance-maker").get(sheet).status()).isEqualTo(200);
    }

    @Test
    void many_timesheets_are_submitted_and_approved_at_once() throws InterruptedException {
        String project = "Bulk " + UUID.randomUUID();
        for (int i = 0; i < 25; i++) {
            String reference = reference();
            entry(api.asContractor(reference), sheet(reference, project), PERIOD + "T09:00:00Z", 3600);
        }
        String filter = "{\"filter\": {\"project\": \"" + project + "\", \"period\": \"" + PERIOD + "\"}}";
        Answer accepted = maker().post("/timesheets/submissions", filter);
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.header("Location"))
                .endsWith(accepted.json().path("id").asString());
        JsonNode submitted = await(maker(), accepted);
        assertThat(submitted.path("done").asInt()).isEqualTo(25);
        assertThat(submitted.path("failed").asInt()).isZero();
        assertThat(api.as("approver")
                        .get("/operations/" + accepted.json().path("id").asString())
                        .code())
                .isEqualTo("not-found");
        JsonNode approved = await(api.as("approver"), api.as("approver").post("/timesheets/approvals", filter));
        assertThat(approved.path("done").asInt()).isEqualTo(25);
        long earned = 0;
        for (JsonNode sheet : maker().get("/timesheets?status=APPROVED&project=" + project.replace(" ", "%20"))
                .json()
                .path("items"))
            earned += maker().get("/contractors/" + sheet.at("/contractor/id").asString() + "/balances")
                    .json()
                    .at("/balances/0/net")
                    .asLong();
        assertThat(earned).as("posted when the operation has ended").isEqualTo(25 * 4000);
        JsonNode list = maker().get("/timesheets?limit=20&status=APPROVED&project=" + project.replace(" ", "%20"))
                .json();
        assertThat(list.path("items").size()).isEqualTo(20);
        assertThat(maker().get("/timesheets?limit=20&status=APPROVED&project=" + project.replace(" ", "%20")
                                + "&cursor=" + list.path("nextCursor").asString())
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(5);
    }

    @Test
    void progress_can_be_followed_as_it_goes() {
        Answer accepted = maker().post("/timesheets/submissions", "{\"filter\": {\"project\": \"none\"}}");
        Answer stream = maker().get("/operations/" + accepted.json().path("id").asString() + "/stream");
        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        assertThat(stream.body()).contains("id: ", "event: progress", "\"status\":\"COMPLETED\"");
    }

    private static JsonNode await(Api who, Answer accepted) throws InterruptedException {
        String path = "/operations/" + accepted.json().path("id").asString();
        who.get(path + "/stream");
        JsonNode ended = who.get(path).json();
        assertThat(ended.path("status").asString()).as(ended.toString()).isEqualTo("COMPLETED");
        return ended;
    }

    private static Api maker() {
        return api.as("finance-maker");
    }

    private static String reference() {
        return "c-" + UUID.randomUUID();
    }

    private static JsonNode register(String reference) {
        Answer answer = maker().post("/contractors", contractor(reference));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Daybook-Position")).matches("\\d+");
        return answer.json();
    }

    private static String contractor(String reference) {
        return """
                {"reference": "%s", "name": "Ada %s", "email": "%s@example.com", "country": "CH", "currency": "USD"}
                """.formatted(reference, reference, reference);
    }

    /** The path of a new timesheet of a new engagement at 40.00 an hour. */
    private static String sheet(String reference, String project) {
        String contractor = register(reference).path("id").asString();
        Answer engagement = maker().post("/engagements", """
                {"contractor": "%s", "project": "%s", "currency": "USD", "rateFrom": "2025-12-01",
                 "hourlyRate": {"amount": 4000, "currency": "USD"}}
                """.formatted(contractor, project));
        assertThat(engagement.status()).as(engagement.body()).isEqualTo(201);
        Answer sheet = api.asContractor(reference)
                .post(
                        "/timesheets",
                        "{\"engagement\": \"" + engagement.json().path("id").asString() + "\", \"period\": \"" + PERIOD
                                + "\"}");
        assertThat(sheet.status()).as(sheet.body()).isEqualTo(201);
        return "/timesheets/" + sheet.json().path("id").asString();
    }

    private static Answer entry(Api who, String sheet, String start, long seconds) {
        return who.post(
                sheet + "/entries",
                "{\"start\": \"" + start + "\", \"seconds\": " + seconds + ", \"task\": \"labelling\"}");
    }
}
