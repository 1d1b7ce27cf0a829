package io.daybook.api.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.http.Api.Answer;
import io.daybook.money.Currencies;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The walk of docs/flows/time-entry-to-bank.md, hop by hop: what the client sees, the fact that then stands in the log,
 * and that the hop said again adds none. Ada works 90 minutes on Monday and an hour on Tuesday at 123.45 an hour.
 */
class TimeEntryToBankTest {
    private static final String ROSTER = """
            reference,name,email,country,currency,project,hourlyRate,rateFrom,weeklyCapHours,payoutDestination,overlap
            ada,Ada Lovelace,ada@x.example,GB,USD,Atlas,123.45,2026-01-01,40,acct_ada,refuse
            """;
    private static final String TIME = """
            contractor,project,start,seconds,task,notes
            ada,Atlas,2026-03-02T09:00:00Z,5400,Build,the first morning
            ada,Atlas,2026-03-03T09:00:00Z,3600,Build,
            """;
    /** 5400 × 12345 ÷ 3600 = 18517.5, half-even 18518; and 12345. */
    private static final long EARNED = 18_518 + 12_345;

    private static final long FUNDED = 1_000_000;

    private final Walk walk = new Walk(FUNDED);

    TimeEntryToBankTest() throws IOException {}

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void an_hour_of_work_arrives_at_the_bank_and_every_cent_on_the_way_is_in_the_books() {
        theHoursAreRecorded();
        String sheet = theSheetIsSubmittedAndApproved();
        theAccountOwesIt();
        theBooksShowIt();
        String batch = aBatchIsFrozenApprovedAndReleased();
        theLineIsReservedAndTheIntentPrecedesTheCall(batch);
        theProvidersWordIsHeard(batch);
        theProvidersBookAndOursAgree();
        theContractorCanFollowItBack(sheet);
        aReplayElsewhereSendsNothingAndLeadsToTheSameRows();
    }

    private void theHoursAreRecorded() {
        assertThat(walk.imported("kind=roster", ROSTER).path("accepted").asInt())
                .isEqualTo(1);
        assertThat(walk.imported("kind=time&format=daybook&zone=UTC", TIME)
                        .path("accepted")
                        .asInt())
                .isEqualTo(2);
        walk.expect("TimeEntryRecorded", 2);
        JsonNode again = walk.imported("kind=time&format=daybook&zone=UTC", TIME);
        assertThat(again.path("duplicates").asInt()).isEqualTo(2);
        walk.expect("TimeEntryRecorded", 2);
    }

    private String theSheetIsSubmittedAndApproved() {
        JsonNode sheet = walk.get("finance-maker", "/timesheets?period=2026-03-02")
                .path("items")
                .path(0);
        String path = "/timesheets/" + sheet.path("id").asString();
        JsonNode submitted = walk.ada().post(path + "/submit", null).json();
        int revision = submitted.path("revision").asInt();
        String stale = "{\"revision\": " + (revision - 1) + "}";
        assertThat(walk.as("approver").post(path + "/approve", stale).code()).isEqualTo("stale-revision");
        JsonNode approved = walk.post("approver", path + "/approve", "{\"revision\": " + revision + "}", 200);
        assertThat(approved.path("status").asString()).isEqualTo("APPROVED");
        assertThat(approved.path("amount").path("amount").asLong()).isEqualTo(EARNED);
        walk.post("approver", path + "/approve", "{\"revision\": " + revision + "}", 200);
        walk.expect("TimesheetApproved", 1);
        return path;
    }

    private void theAccountOwesIt() {
        walk.await("the earnings", () -> walk.facts("EarningsPosted") == 1);
        walk.settle();
        JsonNode balance = walk.adas("/balances").path("balances").path(0);
        assertThat(balance.path("available").asLong()).isEqualTo(EARNED);
        assertThat(balance.path("net").asLong()).isEqualTo(EARNED);
    }

    private void theBooksShowIt() {
        assertThat(walk.trialBalance()).containsEntry("5000", EARNED).containsEntry("2000", -EARNED);
        assertThat(walk.journalLines("2000")).singleElement().isEqualTo(-EARNED);
    }

    private String aBatchIsFrozenApprovedAndReleased() {
        String path = "/payout-batches/" + walk.draft();
        String hash = walk.post("finance-maker", path + "/freeze", "{}", 200)
                .path("contentHash")
                .asString();
        String content = "{\"contentHash\":\"" + hash + "\"}";
        assertThat(walk.keyed("finance-maker").post(path + "/approve", content).code())
                .isEqualTo("forbidden");
        String other = content.replace(hash, "0".repeat(64));
        assertThat(walk.keyed("finance-checker").post(path + "/approve", other).code())
                .isEqualTo("content-changed");
        walk.post("finance-checker", path + "/approve", content, 200);
        walk.post("finance-checker", path + "/release", "{}", 202);
        walk.expect("BatchReleased", 1);
        return path;
    }

    private void theLineIsReservedAndTheIntentPrecedesTheCall(String batch) {
        walk.await(
                "the provider's acceptance",
                () -> walk.get("finance-maker", batch)
                                .path("counts")
                                .path("accepted")
                                .asInt()
                        == 1);
        assertThat(walk.order("PayoutReserved", "PayoutSubmitted", "TransferDone", "StepBegun", "PayoutAccepted"))
                .isTrue();
        assertThat(walk.requests())
                .as("each instruction under its own key, with its intent in the log when it arrived")
                .containsExactly("POST /v1/transfers, intent known", "POST /v1/payouts, intent known");
        walk.expect("TimesheetLocked", 1);
        assertThat(walk.trialBalance()).containsEntry("2030", -EARNED).containsEntry("1021", EARNED);
    }

    private void theProvidersWordIsHeard(String batch) {
        walk.letTheBankWork();
        assertThat(walk.deliverWebhooks()).allMatch(status -> status == 200);
        assertThat(walk.deliverWebhooks()).as("the same once more").allMatch(status -> status == 200);
        walk.await(
                "the end of the batch",
                () -> walk.get("finance-maker", batch).path("status").asString().equals("COMPLETED"));
        walk.expect("PayoutPaid", 1);
        assertThat(walk.paid(Currencies.of("USD"))).isEqualTo(Map.of("acct_ada", EARNED));
    }

    private void theProvidersBookAndOursAgree() {
        walk.await(
                "the provider's book",
                () -> walk.get("finance-maker", "/rails/stripe")
                                .path("difference")
                                .path("amount")
                                .asLong()
                        == 0);
        assertThat(walk.trialBalance()).isEqualTo(Map.of("5000", EARNED, "1010", FUNDED - EARNED, "3000", -FUNDED));
        assertThat(walk.get("finance-maker", "/ledger/integrity").path("ok").asBoolean())
                .isTrue();
    }

    private void theContractorCanFollowItBack(String sheet) {
        JsonNode statement = walk.adas("/statement?from=2026-03-01");
        assertThat(statement.path("totals").path("seconds").asLong()).isEqualTo(9000);
        assertThat(statement.path("totals").path("earned").path("amount").asLong())
                .isEqualTo(EARNED);
        assertThat(statement.path("totals").path("paid").path("amount").asLong())
                .isEqualTo(EARNED);
        assertThat(statement.path("closing").path("amount").asLong()).isZero();
        List<String> sheets = statement.path("lines").findValuesAsString("timesheet").stream()
                .distinct()
                .toList();
        assertThat(sheets).contains(sheet.substring("/timesheets/".length()));
        Answer hours = walk.ada().get(sheet);
        assertThat(hours.json().path("entries").path(0).path("notes").asString())
                .isEqualTo("the first morning");
    }

    private void aReplayElsewhereSendsNothingAndLeadsToTheSameRows() {
        List<String> sent = walk.requests();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(walk.replayed().differences()).isEmpty();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(walk.requests()).isEqualTo(sent);
    }
}
