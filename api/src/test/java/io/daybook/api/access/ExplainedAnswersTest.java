package io.daybook.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.http.Api.Answer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Explanations of a paid week, as they are asked for over HTTP. */
class ExplainedAnswersTest {
    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = new Stage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void every_line_of_the_journal_and_every_payout_is_explained_to_the_auditor() {
        List<String> ids = new ArrayList<>();
        for (JsonNode entry :
                get(Principal.AUDITOR, "/ledger/journal?limit=500").path("items"))
            for (JsonNode line : entry.path("lines"))
                ids.add(entry.path("entry").asString() + ":" + line.path("line").asInt());
        for (JsonNode payout : get(Principal.AUDITOR, "/payouts").path("items"))
            ids.add(payout.path("id").asString());
        assertThat(ids).hasSizeGreaterThan(20);
        for (String id : ids) {
            JsonNode found = get(Principal.AUDITOR, "/explain/" + id);
            assertThat(found.path("status").asString()).as(found.toString()).isEqualTo("COMPLETE");
            assertThat(sum(found.path("tree")))
                    .as(found.toString())
                    .isEqualTo(found.path("amount").path("amount").asLong())
                    .isEqualTo(
                            found.path("leaves").path("amount").path("amount").asLong());
        }
    }

    private static long sum(JsonNode node) {
        if (node.path("children").isEmpty())
            return node.path("amount").path("amount").asLong();
        long sum = 0;
        for (JsonNode child : node.path("children")) sum += sum(child);
        return sum;
    }

    @Test
    void a_contractor_finds_the_hour_they_worked_but_not_who_approved_the_batch() {
        String id = "/explain/" + stage.id("payout");
        JsonNode own = get(Principal.CONTRACTOR_A, id);
        assertThat(own.path("contractor").path("reference").asString()).isEqualTo("ada");
        JsonNode time = only(own.path("tree"), "TIME");
        assertThat(time.path("worked").path("seconds").asLong()).isEqualTo(3600);
        assertThat(time.path("fact").path("event").asString()).isEqualTo("TimeEntryRecorded");
        assertThat(own.toString()).doesNotContain("BatchApproved");
        assertThat(get(Principal.CHECKER, id).toString()).contains("BatchApproved", "BatchReleased");
    }

    private static JsonNode only(JsonNode node, String kind) {
        if (node.path("kind").asString().equals(kind)) return node;
        assertThat(node.path("children").size()).as(node.toString()).isEqualTo(1);
        return only(node.path("children").path(0), kind);
    }

    @Test
    void lines_of_others_and_of_the_operator_are_not_there_for_a_contractor() {
        int seen = 0;
        int hidden = 0;
        for (JsonNode entry :
                get(Principal.AUDITOR, "/ledger/journal?limit=500").path("items"))
            for (JsonNode line : entry.path("lines")) {
                String id =
                        entry.path("entry").asString() + ":" + line.path("line").asInt();
                Answer answer = stage.as(Principal.CONTRACTOR_A).get("/explain/" + id);
                String whose = get(Principal.AUDITOR, "/explain/" + id)
                        .path("contractor")
                        .path("reference")
                        .asString("");
                assertThat(answer.status()).as(id).isEqualTo(whose.equals("ada") ? 200 : 404);
                if (answer.status() == 200) seen++;
                else hidden++;
            }
        assertThat(seen).isPositive();
        assertThat(hidden).isPositive();
    }

    @Test
    void a_row_of_the_log_that_a_superuser_deleted_is_missed() throws SQLException {
        String id = "/explain/" + stage.id("payout");
        JsonNode time = only(get(Principal.AUDITOR, id).path("tree"), "TIME");
        long position = time.path("fact").path("position").asLong();
        stage.daybook.database().forge("""
                CREATE TABLE daybook.kept AS SELECT * FROM daybook.event_log WHERE position = %d;
                DELETE FROM daybook.event_log WHERE position = %d
                """.formatted(position, position));
        JsonNode without = get(Principal.AUDITOR, id);
        stage.daybook
                .database()
                .forge("INSERT INTO daybook.event_log OVERRIDING SYSTEM VALUE SELECT * FROM daybook.kept");
        assertThat(without.path("status").asString()).isEqualTo("INCOMPLETE");
        assertThat(without.path("leaves").isNull() || without.path("leaves").isMissingNode())
                .isTrue();
        assertThat(without.path("missing").toString()).contains(time.path("id").asString());
        assertThat(get(Principal.AUDITOR, id).path("status").asString()).isEqualTo("COMPLETE");
    }

    private static JsonNode get(Principal principal, String path) {
        Answer answer = stage.as(principal).get(path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }
}
