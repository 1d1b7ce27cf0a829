package io.daybook.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.access.RawHttp.Reply;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import io.daybook.api.security.TestTokens;
import io.daybook.contractor.ContractorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Contractors see their own, everywhere; what is somebody else's is, to the byte, as good as not there. */
class OwnDataTest {
    private static final Map<String, String> BENS = Map.of(
            "ada", "ben",
            "engagement", "bens-engagement",
            "open-sheet", "bens-open-sheet",
            "submitted-sheet", "bens-submitted-sheet",
            "payout", "bens-payout",
            "adas-event", "bens-event",
            "operation", "operation");
    /** About the log as a whole: nobody's data. */
    private static final List<String> SIGNED = List.of("/api/v1/audit/checkpoints/latest", "/api/v1/audit/keys");

    private static final List<String> MEDIA = List.of("*/*", "application/x-ndjson", "text/csv", "text/event-stream");

    private static Stage stage;
    private static RawHttp http;

    @BeforeAll
    static void start() {
        stage = new Stage();
        http = new RawHttp(stage.daybook.url());
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void what_is_somebody_elses_cannot_be_told_from_what_is_not_there() {
        int compared = 0;
        for (MatrixRow row : MatrixRow.all()) {
            if (row.objects().isEmpty() || row.statuses().get(Principal.CONTRACTOR_A.ordinal()) == 403) continue;
            String bens = bensOf(row);
            String body = row.body().replace("${revision}", "1").replace("${n}", "1");
            Reply his = ask(row.method(), path(row, bens), body);
            assertThat(his.status()).as(row.route() + " of Ben's: " + his).isEqualTo(404);
            for (String unknown : List.of(unknown(bens), bens + "x", "nonsense"))
                assertSame(his, ask(row.method(), path(row, unknown), body));
            compared++;
        }
        assertThat(compared).isGreaterThan(10);
    }

    @Test
    void nor_in_a_body_or_a_filter() {
        String bens = stage.id("bens-engagement");
        String sheet = "{\"engagement\": \"%s\", \"period\": \"2026-04-06\"}";
        Reply his = ask("POST", "/api/v1/timesheets", sheet.formatted(bens));
        assertThat(his.status()).isEqualTo(404);
        assertSame(his, ask("POST", "/api/v1/timesheets", sheet.formatted(unknown(bens))));
        for (String list : List.of("timesheets", "payouts", "engagements")) {
            String path = "/api/v1/" + list + "?contractor=";
            Reply of = ask("GET", path + stage.id("ben"), "");
            assertThat(of.status()).as(list + " of Ben's: " + of).isEqualTo(404);
            for (String other : List.of("ben", "nobody", unknown(stage.id("ben")), "contractor-"))
                assertSame(of, ask("GET", path + other, ""));
            for (String self : List.of("ada", stage.id("ada")))
                assertThat(ask("GET", path + self, "").status()).isEqualTo(200);
        }
    }

    /** As JSON, table and stream; and from where a cursor of finance's or of Ben's own leads. */
    @Test
    void nothing_of_ben_is_in_anything_that_ada_can_read() {
        String adas = everythingRead(Principal.CONTRACTOR_A, "ada");
        String bens = everythingRead(Principal.CONTRACTOR_B, "ben");
        List<String> traces = Stream.concat(
                        Stream.of("Benjamin", "ben@y.example", "****_ben", "Secretproject", "bens words", "2026-03-23"),
                        Stream.of("bens-engagement", "bens-open-sheet", "bens-paid-sheet", "bens-payout", "ben")
                                .map(stage::id))
                .toList();
        assertThat(bens).as("what Ben reads of himself").contains(traces);
        for (String trace : traces) assertThat(adas).as("what Ada reads").doesNotContain(trace);
        assertThat(adas).contains("Ada Lovelace", "adas words", stage.id("payout"));
        assertThat(bens).doesNotContain("Ada Lovelace", "adas words", stage.id("payout"));
    }

    @Test
    void an_approver_of_another_project_sees_none_of_its_time() {
        assertThat(stage.get(Principal.OTHER_APPROVER, "/timesheets").path("items"))
                .isEmpty();
        assertThat(stage.get(Principal.OTHER_APPROVER, "/pay-periods").path("items"))
                .isEmpty();
        assertThat(stage.get(Principal.APPROVER, "/timesheets").toString()).doesNotContain("Secretproject", "Borealis");
        assertThat(stage.get(Principal.APPROVER, "/pay-periods").path("items")).hasSize(3);
        String id = stage.id("bens-submitted-sheet");
        List<String> errors = new ArrayList<>();
        for (String sheet : List.of(id, unknown(id))) {
            JsonNode bulk = stage.as(Principal.OTHER_APPROVER)
                    .post("/timesheets/approvals", "{\"timesheets\": [{\"id\": \"" + sheet + "\", \"revision\": 1}]}")
                    .json();
            JsonNode end = stage.ended(bulk.path("id").asString(), stage.as(Principal.OTHER_APPROVER));
            errors.add(end.path("errors").toString().replace(sheet, "it"));
        }
        assertThat(errors.getFirst()).contains("not-found").isEqualTo(errors.getLast());
    }

    @Test
    void a_contractors_token_that_names_no_contractor_shows_nothing() {
        Api nobody = Api.of(stage.daybook)
                .with("Authorization", "Bearer " + TestTokens.of(stage.daybook, "somebody", "contractor"));
        for (MatrixRow row : MatrixRow.all()) {
            if (!row.method().equals("GET") || row.statuses().get(Principal.CONTRACTOR_A.ordinal()) != 200) continue;
            if (SIGNED.contains(row.pattern())) continue;
            Answer answer = nobody.get(row.path(stage).substring("/api/v1".length()));
            assertThat(answer.status() == 404
                            || answer.json().path("items").isEmpty()
                                    && answer.json().has("items"))
                    .as(row.route() + ": " + answer)
                    .isTrue();
        }
    }

    /** All that a contractor may GET, in every form, page by page. */
    private static String everythingRead(Principal who, String name) {
        StringBuilder read = new StringBuilder();
        for (MatrixRow row : MatrixRow.all()) {
            if (!row.method().equals("GET") || row.statuses().get(Principal.CONTRACTOR_A.ordinal()) != 200) continue;
            String path = row.path(stage).substring("/api/v1".length());
            if (!row.objects().isEmpty() && name.equals("ben"))
                path = path.replace(stage.id(row.objects().getFirst()), bensOf(row));
            for (String media : MEDIA)
                read.append(stage.as(who).with("Accept", media).get(path).body());
            if (!row.objects().isEmpty()) continue;
            for (Principal lister : List.of(Principal.MAKER, Principal.AUDITOR, Principal.CONTRACTOR_B))
                for (String cursor : cursors(lister, path))
                    read.append(stage.as(who)
                            .get(path + "?limit=500&cursor=" + cursor)
                            .body());
        }
        return read.toString();
    }

    /** What is Ben's where the table names what is Ada's. */
    private static String bensOf(MatrixRow row) {
        return stage.id(BENS.getOrDefault(row.objects().getFirst(), "nothing of Ben's"));
    }

    /** With another's in the first place, and in the others what the table names. */
    private static String path(MatrixRow row, String first) {
        String path = row.pattern().replaceFirst("\\{.*?}", first);
        for (String object : row.objects().subList(1, row.objects().size()))
            path = path.replaceFirst("\\{.*?}", stage.objects.getOrDefault(object, object));
        return path;
    }

    private static List<String> cursors(Principal who, String path) {
        List<String> cursors = new ArrayList<>();
        String query = "?limit=1";
        while (true) {
            Answer page = stage.as(who).get(path + query);
            String next = page.status() == 200 ? page.json().path("nextCursor").asString("") : "";
            if (next.isEmpty() || cursors.size() == 50) return cursors;
            cursors.add(next);
            query = "?limit=1&cursor=" + next;
        }
    }

    private static Reply ask(String method, String target, String body) {
        return http.send(
                method,
                target,
                List.of(
                        "Authorization: Bearer " + stage.token(Principal.CONTRACTOR_A),
                        "Content-Type: application/json",
                        "Idempotency-Key: " + UUID.randomUUID(),
                        "X-Request-Id: the-same"),
                body);
    }

    private static void assertSame(Reply one, Reply other) {
        assertThat(other.status()).isEqualTo(one.status());
        assertThat(other.body()).isEqualTo(one.body());
        assertThat(other.steadyHeaders()).isEqualTo(one.steadyHeaders());
    }

    /** An id of the same shape that nobody ever had. */
    private static String unknown(String id) {
        String nobody = ContractorId.of("nobody").key();
        String key = ContractorId.of("ben").key();
        return id.contains(key) ? id.replace(key, nobody) : id.substring(0, id.length() - 3) + "zzz";
    }
}
