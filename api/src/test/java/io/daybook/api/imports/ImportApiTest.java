package io.daybook.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports as clients meet them. */
class ImportApiTest {
    private static final String ROSTER = """
            reference,name,email,country,currency,project,hourlyRate,rateFrom,weeklyCapHours,payoutDestination,overlap
            C-1,Ada Lovelace,ada@x.example,GB,USD,Atlas,100.00,2026-01-01,40,acct_1,refuse
            """;
    private static final String TIME = """
            contractor,project,date,seconds,task,notes
            C-1,Atlas,2026-03-02,3600,Build,"a note, with a comma"
            nobody,Atlas,2026-03-02,3600,Build,
            """;

    private static RunningDaybook daybook;
    private static Api maker;

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
        maker = Api.of(daybook).as("finance-maker");
        assertThat(ended(csv().post("/imports?kind=roster", ROSTER))
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("COMPLETED");
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    @Test
    void an_upload_is_accepted_and_its_import_tells_totals_and_refused_rows() {
        Answer accepted = csv().post("/imports?kind=time&format=daybook&zone=Europe%2FBerlin", TIME);
        assertThat(accepted.status()).isEqualTo(202);
        String id = accepted.json().path("id").asString();
        assertThat(accepted.header("Location")).isEqualTo("/api/v1/imports/" + id);
        Answer done = ended(accepted);
        assertThat(done.body())
                .isEqualToIgnoringWhitespace("{\"id\":\"" + id + "\",\"kind\":\"time\",\"format\":\"daybook\","
                        + "\"status\":\"COMPLETED\",\"rows\":2,\"accepted\":1,\"rejected\":1,\"duplicates\":0}");
        Answer errors = maker.get("/imports/" + id + "/errors");
        assertThat(errors.header("Content-Type")).startsWith("text/csv");
        assertThat(errors.body().lines())
                .containsExactly(
                        "row,column,code,message",
                        "3,contractor,unknown-contractor,\"No contractor has this e-mail, reference or name.\"");
        Answer operation =
                maker.get("/operations/" + accepted.json().path("operation").asString());
        assertThat(operation.json().path("result").path("accepted").asInt()).isEqualTo(1);
        assertThat(operation.json().path("done").asInt()).isEqualTo(2);
        assertThat(operation.json().path("errors").path(0).path("item").asString())
                .isEqualTo("row 3");
        Answer stream =
                maker.get("/operations/" + accepted.json().path("operation").asString() + "/stream");
        assertThat(stream.body()).contains("event: progress").contains("\"status\":\"COMPLETED\"");
    }

    @Test
    void a_form_with_a_file_will_do() {
        String boundary = "----b";
        String form = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nx\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"roster.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + ROSTER + "\r\n--" + boundary + "--\r\n";
        Answer accepted = maker.with("Content-Type", "multipart/form-data; boundary=" + boundary)
                .post("/imports?kind=roster", form);
        assertThat(ended(accepted).json().path("duplicates").asInt()).isEqualTo(1);
    }

    @Test
    void a_form_that_breaks_off_is_refused_and_nothing_of_it_kept() {
        Api keyed = maker.with("Idempotency-Key", UUID.randomUUID().toString());
        String broken = "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n" + ROSTER + "\r\n";
        Answer refused =
                keyed.with("Content-Type", "multipart/form-data; boundary=b").post("/imports?kind=roster", broken);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("bad-request");
        Answer whole = keyed.with("Content-Type", "text/csv").post("/imports?kind=roster", ROSTER);
        assertThat(ended(whole).json().path("duplicates").asInt()).isEqualTo(1);
    }

    @Test
    void the_same_key_and_file_answer_the_same_import() {
        Api keyed = csv().with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = keyed.post("/imports?kind=roster", ROSTER);
        ended(first);
        assertThat(keyed.post("/imports?kind=roster", ROSTER).body()).isEqualTo(first.body());
        assertThat(keyed.post("/imports?kind=roster", ROSTER + "x\n").code()).isEqualTo("idempotency-key-reused");
        assertThat(keyed.post("/imports?kind=time&format=harvest", ROSTER).code())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_file_that_cannot_be_read_ends_failed_with_one_line() {
        Answer accepted = csv().post("/imports?kind=time&format=harvest", "");
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(ended(accepted).json().path("status").asString()).isEqualTo("FAILED");
        assertThat(maker.get("/imports/" + accepted.json().path("id").asString() + "/errors")
                        .body()
                        .lines())
                .containsExactly("row,column,code,message", "1,,empty-file,The file holds no rows.");
        assertThat(maker.get("/operations/" + accepted.json().path("operation").asString())
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("FAILED");
    }

    @ParameterizedTest
    @CsvSource({
        "'', missing-parameter",
        "?kind=people, bad-parameter",
        "?kind=time, missing-parameter",
        "?kind=time&format=punchcard, bad-parameter",
        "?kind=time&format=harvest&zone=Mars%2FBase, bad-parameter",
        "?kind=time&format=harvest&replace=2026-02-01..2026-01-01, bad-parameter",
        "?kind=time&format=harvest&replace=lately, bad-parameter"
    })
    void what_cannot_be_asked_for_is_refused_at_once(String query, String code) {
        Answer refused = csv().post("/imports" + query, TIME);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(code);
    }

    @Test
    void other_media_other_roles_and_unknown_imports_are_refused() {
        assertThat(maker.post("/imports?kind=roster", "{}").status()).isEqualTo(415);
        assertThat(csv().as("approver").post("/imports?kind=roster", ROSTER).status())
                .isEqualTo(403);
        assertThat(maker.get("/imports/import-unknown").status()).isEqualTo(404);
        assertThat(maker.get("/imports/import-unknown/errors").status()).isEqualTo(404);
    }

    private static Api csv() {
        return maker.with("Content-Type", "text/csv");
    }

    /** The import once it has ended. */
    private static Answer ended(Answer accepted) {
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String operation = accepted.json().path("operation").asString();
        maker.get("/operations/" + operation + "/stream");
        return maker.get("/imports/" + accepted.json().path("id").asString());
    }
}
