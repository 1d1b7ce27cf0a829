package io.daybook.api.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import io.daybook.audit.bundle.BundleVerifier;
import io.daybook.audit.bundle.Finding.Kind;
import io.daybook.audit.bundle.Trust;
import io.daybook.audit.bundle.Verdict;
import io.daybook.audit.note.Checkpoint;
import io.daybook.audit.note.Note;
import io.daybook.audit.note.NoteKey;
import io.daybook.kernel.Hash;
import io.daybook.payout.engine.SealedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Bundles as they are fetched from a running Daybook. */
class BundleTest {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static RunningDaybook daybook;
    private static Api auditor;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
        for (String who : List.of("B-1", "B-2", "B-3")) register(who);
        auditor = Api.of(daybook).as("auditor");
        awaitSealed();
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    @Test
    void all_of_the_log_is_genuine_under_the_published_key() {
        Verdict verdict = BundleVerifier.verify(fetched(auditor(), ""), trust(null));
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.notes()).isEmpty();
        assertThat(Long.parseLong(verdict.facts().get("events"))).isGreaterThanOrEqualTo(events().size());
    }

    @Test
    void any_time_of_it_is_genuine_with_an_event_on_either_side() {
        List<JsonNode> events = events();
        String from = events.get(events.size() / 3).path("recordedAt").asString();
        String to = events.get(events.size() / 2).path("recordedAt").asString();
        for (String query : List.of(
                "?from=" + from, "?to=" + to, "?from=" + from + "&to=" + to, "?from=2999-01-01", "?to=1999-01-01"))
            assertThat(BundleVerifier.verify(fetched(auditor(), query), trust(null))
                            .findings())
                    .as(query)
                    .isEmpty();
    }

    @Test
    void a_contractor_takes_home_what_is_about_them_and_nothing_of_anybody_else() {
        Path zip = fetched(contractor("B-1"), "");
        assertThat(unpacked(fetched(contractor("B-1"), "?contractor=B-1")).get("bundle.json"))
                .isEqualTo(unpacked(zip).get("bundle.json"));
        assertThat(BundleVerifier.verify(zip, trust(null)).findings()).isEmpty();
        String own = Api.of(daybook).asContractor("B-1").get("/audit/events").body();
        String lines = new String(unpacked(zip).get("events.ndjson"), UTF_8);
        assertThat(lines.lines()).isNotEmpty().allMatch(line -> own.contains(line.substring(7, 43)));
        StringBuilder all = new StringBuilder(new String(unpacked(zip).get("README.txt"), UTF_8));
        lines.lines()
                .map(line -> line.substring(line.indexOf("preimage") + 11, line.length() - 2))
                .forEach(preimage -> all.append(new String(Base64.getDecoder().decode(preimage), UTF_8)));
        assertThat(all).doesNotContain("Ada").doesNotContain("x.example").doesNotContain("B-2");
    }

    @Test
    void a_statement_that_was_issued_comes_in_the_bytes_whose_hash_was_recorded() {
        Api finance = Api.of(daybook).as("finance-maker");
        String id = finance.get("/contractors?reference=B-3")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        Answer issued = finance.post(
                "/contractors/" + id + "/statements", "{\"from\": \"2020-01-01\", \"to\": \"2020-01-31\"}");
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        awaitSealed();
        Path zip = fetched(contractor("B-3"), "?from=2020-01-01&to=2020-01-31");
        Verdict verdict = BundleVerifier.verify(zip, trust(null));
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.facts().get("statement")).startsWith("issued by event ");
        assertThat(Hash.sha256Hex(new String(unpacked(zip).get("statement.json"), UTF_8)))
                .isEqualTo(issued.json().path("hash").asString());
        assertThat(unpacked(fetched(contractor("B-3"), "?from=2020-01-01&to=2020-01-30")))
                .doesNotContainKey("statement.json");
    }

    @Test
    void nobody_gets_what_is_not_theirs() {
        assertThat(Api.of(daybook)
                        .asContractor("B-1")
                        .get("/audit/bundle?contractor=B-2")
                        .code())
                .isEqualTo("not-found");
        assertThat(Api.of(daybook)
                        .as("finance-maker")
                        .get("/audit/bundle?contractor=B-1")
                        .status())
                .isEqualTo(403);
        assertThat(auditor.get("/audit/bundle?contractor=nobody").code()).isEqualTo("not-found");
        assertThat(auditor.get("/audit/bundle?earlier=99999999").code()).isEqualTo("bad-parameter");
    }

    @Test
    void whoever_kept_a_checkpoint_is_shown_that_the_log_continues_it() {
        String kept = auditor.get("/audit/checkpoints/latest").body();
        long size = Checkpoint.unverified(Note.parse(kept)).size();
        register("later-" + System.nanoTime());
        awaitSealed();
        Verdict unproven = BundleVerifier.verify(fetched(contractor("B-1"), "?contractor=B-1"), trust(kept));
        assertThat(unproven.findings())
                .singleElement()
                .satisfies(found -> assertThat(found.kind()).isEqualTo(Kind.CONSISTENCY_UNPROVEN));
        Verdict proven =
                BundleVerifier.verify(fetched(contractor("B-1"), "?contractor=B-1&earlier=" + size), trust(kept));
        assertThat(proven.findings()).isEmpty();
        assertThat(proven.facts().get("earlier checkpoint")).contains("continues it");
    }

    @Test
    void a_row_that_was_altered_in_the_database_makes_a_bundle_that_names_it() throws Exception {
        register("altered");
        awaitSealed();
        JsonNode event = events().getLast();
        String set = "UPDATE daybook.event_log SET type = %s WHERE position = "
                + event.path("position").asLong();
        daybook.database().forge(set.formatted("type || 'x'"));
        Verdict verdict = BundleVerifier.verify(fetched(auditor(), ""), trust(null));
        JsonNode integrity =
                Api.of(daybook).as("auditor").get("/ledger/integrity").json();
        daybook.database().forge(set.formatted("'" + event.path("type").asString() + "'"));
        assertThat(verdict.findings().getFirst().kind()).isEqualTo(Kind.EVENT_CHANGED);
        assertThat(verdict.findings().getFirst().eventId())
                .hasToString(event.path("eventId").asString());
        assertThat(integrity.path("ok").asBoolean()).isFalse();
        JsonNode violation = integrity
                .path("violations")
                .valueStream()
                .filter(one -> one.path("check").asString().equals("log-is-as-sealed"))
                .findFirst()
                .orElseThrow();
        assertThat(violation.path("kind").asString()).isEqualTo("event-changed");
        assertThat(violation.path("eventId").asString())
                .isEqualTo(event.path("eventId").asString());
        assertThat(violation.path("position").asLong())
                .isEqualTo(event.path("position").asLong());
        assertThat(Api.of(daybook)
                        .as("auditor")
                        .get("/ledger/integrity")
                        .json()
                        .path("ok")
                        .asBoolean())
                .isTrue();
    }

    private static String auditor() {
        return Api.of(daybook).token("auditor");
    }

    private static String contractor(String reference) {
        return Api.of(daybook).contractorToken(reference);
    }

    private Path fetched(String token, String query) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(daybook.url() + "/api/v1/audit/bundle" + query))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
            return Files.write(Files.createTempFile(folder, "bundle", ".zip"), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, byte[]> unpacked(Path file) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(entry.getName(), zip.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static Trust trust(@Nullable String kept) {
        return new Trust(
                auditor.get("/audit/keys").body().lines().map(NoteKey::parse).toList(), kept);
    }

    private static List<JsonNode> events() {
        return auditor.get("/audit/events?limit=500")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static void register(String who) {
        assertThat(Api.of(daybook)
                        .as("finance-maker")
                        .post("/contractors", """
                {"reference": "%1$s", "name": "Ada %1$s", "email": "%1$s@x.example", "country": "US", "currency": "USD"}
                """.formatted(who))
                        .status())
                .isEqualTo(201);
    }

    private static void awaitSealed() {
        long position = events().getLast().path("position").asLong();
        SealedLog sealed = daybook.context().getBean(SealedLog.class);
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (sealed.newest()
                .filter(newest -> newest.isYoung() && newest.covers(position))
                .isEmpty()) {
            assertThat(System.nanoTime()).as("it is not sealed").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
