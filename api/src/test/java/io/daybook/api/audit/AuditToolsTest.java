package io.daybook.api.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import io.daybook.kernel.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditToolsTest {
    private static final String NDJSON = "application/x-ndjson";
    private static RunningDaybook daybook;
    private static Api auditor;

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
        for (int i = 0; i < 12; i++) register("A-" + i);
        auditor = Api.of(daybook).as("auditor");
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    private static void register(String reference) {
        Answer registered = Api.of(daybook).as("finance-maker").post("/contractors", """
                {"reference": "%1$s", "name": "Ada", "email": "%1$s@x.example", "country": "US", "currency": "USD"}
                """.formatted(reference));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
    }

    @Test
    void a_table_tells_the_same_events_as_the_lines() {
        List<JsonNode> events = events("");
        List<String> rows = auditor.with("Accept", "text/csv")
                .get("/audit/events")
                .body()
                .lines()
                .toList();
        assertThat(rows.getFirst()).startsWith("position,eventId,stream,");
        assertThat(rows).hasSize(events.size() + 1);
        for (int i = 0; i < events.size(); i++)
            assertThat(rows.get(i + 1))
                    .startsWith(events.get(i).path("position").asLong() + ","
                            + events.get(i).path("eventId").asString() + ",")
                    .contains(HexFormat.of()
                            .formatHex(Base64.getDecoder()
                                    .decode(events.get(i).path("salt").asString())));
    }

    @Test
    void behind_all_of_it_stands_its_digest() throws IOException {
        for (String media : List.of(NDJSON, "text/csv")) {
            Chunked answer = Chunked.of(daybook.url(), "/api/v1/audit/events?type=ContractorRegistered", media);
            assertThat(answer.head()).contains("Trailer: Content-Digest");
            assertThat(answer.trailer())
                    .as(media)
                    .contains("Content-Digest: sha-256=:"
                            + Base64.getEncoder().encodeToString(Hash.sha256(answer.body())) + ":");
            assertThat(new String(answer.body(), UTF_8)).contains("ContractorRegistered");
        }
    }

    @Test
    void a_sample_is_drawn_again_from_the_list_of_events_by_whoever_knows_the_seed() {
        String type = "type=ContractorRegistered";
        JsonNode drawn =
                auditor.get("/audit/sample?seed=4-8-15&count=5&" + type).json();
        List<JsonNode> population = events("?" + type);
        List<String> own = new ArrayList<>(population.stream()
                .map(event -> digest("4-8-15", event.path("eventId").asString()))
                .sorted()
                .limit(5)
                .toList());
        assertThat(drawn.path("items"))
                .extracting(item -> item.path("digest").asString())
                .containsExactlyElementsOf(own);
        assertThat(drawn.path("population").asLong()).isEqualTo(population.size());
        assertThat(drawn.path("items")).allSatisfy(item -> {
            assertThat(population).contains(item.path("event"));
            assertThat(item.path("proof").asString())
                    .isEqualTo(
                            "/api/v1/audit/proofs/" + item.at("/event/eventId").asString());
        });
        assertThat(auditor.get("/audit/sample?seed=4-8-16&count=5&" + type)
                        .json()
                        .path("items"))
                .isNotEqualTo(drawn.path("items"));
    }

    @Test
    void the_same_sample_is_drawn_whatever_was_recorded_since() {
        JsonNode before = auditor.get("/audit/sample?seed=7&count=10").json();
        for (int i = 0; i < 5; i++) register("later-" + UUID.randomUUID());
        String again = "/audit/sample?seed=7&count=10&knownAt=";
        assertThat(auditor.get(again + before.path("knownAt").asLong()).json()).isEqualTo(before);
        long head = events("").getLast().path("position").asLong();
        assertThat(auditor.get(again + Long.MAX_VALUE).json().path("knownAt").asLong())
                .isEqualTo(head);
        for (String wrong : List.of("seed=", "seed=7&count=0", "seed=7&count=1001", "seed=7&count=many"))
            assertThat(auditor.get("/audit/sample?" + wrong).code()).as(wrong).isEqualTo("bad-parameter");
    }

    @Test
    void who_reads_evidence_is_written_down_and_what_auditors_read_at_all() {
        String mark = "type=Mark" + UUID.randomUUID();
        auditor.with("Accept", NDJSON).get("/audit/events?" + mark);
        Api.of(daybook).asContractor("A-3").get("/audit/events?" + mark);
        Api.of(daybook).as("operator").get("/audit/events?" + mark);
        List<JsonNode> found = accesses().stream()
                .filter(access -> access.path("query").asString().equals(mark))
                .toList();
        assertThat(found).hasSize(2);
        assertThat(found)
                .extracting(access -> access.path("subject").asString())
                .containsExactly(found.getFirst().path("subject").asString(), "dev-auditor");
        assertThat(found.getLast().path("route").asString()).isEqualTo("GET /api/v1/audit/events");
        assertThat(found.getLast().path("roles").get(0).asString()).isEqualTo("auditor");
        assertThat(auditor.get("/audit/access?actor=dev-auditor&limit=1")
                        .json()
                        .at("/items/0/route")
                        .asString())
                .as("the reading of the list itself")
                .isEqualTo("GET /api/v1/audit/access");
    }

    @Test
    void what_is_personal_in_a_question_is_not_written_down() {
        long before = JdbcClient.create(daybook.database().owner())
                .sql("SELECT count(*) FROM daybook.audit_access")
                .query(Long.class)
                .single();
        Api.of(daybook).as("finance-maker").get("/contractors?email=A-3@x.example");
        auditor.get("/contractors?email=A-3@x.example");
        List<String> rows = JdbcClient.create(daybook.database().owner())
                .sql("SELECT a::text FROM daybook.audit_access a ORDER BY access DESC")
                .query(String.class)
                .list()
                .stream()
                .map(String::valueOf)
                .toList();
        assertThat(rows).hasSize((int) before + 1).noneMatch(row -> row.contains("x.example"));
        assertThat(rows.getFirst()).contains("GET /api/v1/contractors", "email");
    }

    private static List<JsonNode> accesses() {
        JsonNode page =
                Api.of(daybook).as("admin").get("/audit/access?limit=500").json();
        List<JsonNode> items = new ArrayList<>();
        page.path("items").forEach(items::add);
        assertThat(items)
                .isSortedAccordingTo(
                        Comparator.comparing((JsonNode item) -> item.path("id").asLong())
                                .reversed());
        return items;
    }

    private static List<JsonNode> events(String query) {
        Answer answer = auditor.with("Accept", NDJSON).get("/audit/events" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().map(JsonMapper.shared()::readTree).toList();
    }

    private static String digest(String seed, String eventId) {
        UUID id = UUID.fromString(eventId);
        byte[] text = (seed + "\n").getBytes(UTF_8);
        return HexFormat.of()
                .formatHex(Hash.sha256(ByteBuffer.allocate(text.length + 16)
                        .put(text)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array()));
    }

    /** An answer in chunks, read off the wire: the JDK's client shows no trailer. */
    private record Chunked(String head, byte[] body, String trailer) {
        static Chunked of(String url, String path, String media) throws IOException {
            URI at = URI.create(url);
            try (Socket socket = new Socket(at.getHost(), at.getPort())) {
                String request = "GET " + path + " HTTP/1.1\r\nHost: " + at.getAuthority() + "\r\nAccept: " + media
                        + "\r\nAuthorization: Bearer " + auditor.token("auditor") + "\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
                return read(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
            }
        }

        private static Chunked read(String all) {
            int at = all.indexOf("\r\n\r\n") + 4;
            String head = all.substring(0, at);
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            while (true) {
                int line = all.indexOf("\r\n", at);
                int size = Integer.parseInt(all.substring(at, line), 16);
                at = line + 2;
                if (size == 0) return new Chunked(head, body.toByteArray(), all.substring(at));
                body.writeBytes(all.substring(at, at + size).getBytes(ISO_8859_1));
                at += size + 2;
            }
        }
    }
}
