package io.daybook.api.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import io.daybook.audit.EventLeaf;
import io.daybook.audit.Malformed;
import io.daybook.audit.note.Checkpoint;
import io.daybook.audit.note.LogProof;
import io.daybook.audit.note.Note;
import io.daybook.audit.note.NoteKey;
import io.daybook.audit.tile.Tile;
import io.daybook.audit.tile.TileTree;
import io.daybook.payout.engine.SealedLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The log as auditors and contractors fetch it. */
class TransparencyTest {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static RunningDaybook daybook;
    private static Api auditor;
    private static List<EventLeaf> events;

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
        for (String who : List.of("T-1", "T-2", "T-3")) register(who);
        auditor = Api.of(daybook).as("auditor");
        events = new EventLeafTable(daybook.database().owner()).after(0, 1_000);
        awaitSealed(events.getLast().position());
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    @Test
    void every_event_is_proven_by_what_is_fetched_and_nothing_else() {
        List<NoteKey> keys = keys();
        for (EventLeaf event : events) {
            Answer answer = auditor.get("/audit/proofs/" + event.eventId());
            assertThat(answer.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
            LogProof proof = LogProof.parse(answer.body());
            assertThat(proof.verify(event.hash(), keys).size()).isGreaterThanOrEqualTo(events.size());
            EventLeaf other = events.get((events.indexOf(event) + 1) % events.size());
            assertThatThrownBy(() -> proof.verify(other.hash(), keys)).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void the_checkpoint_is_the_same_in_both_places_and_the_tiles_come_to_its_root() {
        Answer latest = auditor.get("/audit/checkpoints/latest");
        Checkpoint checkpoint = Checkpoint.verified(Note.parse(latest.body()), keys());
        assertThat(auditor.get("/audit/log/checkpoint").body()).isEqualTo(latest.body());
        TileTree tree = new TileTree(checkpoint.size(), TransparencyTest::fetched);
        assertThat(tree.root(checkpoint.size())).isEqualTo(checkpoint.root());
        assertThat(checkpoint.origin())
                .startsWith("daybook.dev/log/")
                .isEqualTo(keys().getFirst().name());
    }

    @Test
    void a_contractor_proves_what_is_about_them_and_learns_of_nothing_else() {
        Api first = Api.of(daybook).asContractor("T-1");
        String own =
                first.get("/audit/events?limit=1").json().at("/items/0/eventId").asString();
        assertThat(first.get("/audit/proofs/" + own).status()).isEqualTo(200);
        assertThat(Api.of(daybook)
                        .asContractor("T-2")
                        .get("/audit/proofs/" + own)
                        .code())
                .isEqualTo("not-found");
        assertThat(first.get("/audit/proofs/" + UUID.randomUUID()).code()).isEqualTo("not-found");
        assertThat(first.get("/audit/checkpoints/latest").status()).isEqualTo(200);
        assertThat(first.get("/audit/keys").status()).isEqualTo(200);
    }

    @Test
    void nothing_that_is_no_tile_of_the_tree_is_found() {
        for (String path :
                List.of("0/000.p/255", "0/999", "64/000", "0/0", "0/000.p/0", "entries/000", "0/x000/000.p/1"))
            assertThat(auditor.get("/audit/log/tile/" + path).code()).as(path).isEqualTo("not-found");
        assertThat(auditor.get("/audit/proofs/nonsense").code()).isEqualTo("not-found");
    }

    /** The middle one of seven: the machine may have other work. */
    @Test
    void an_event_is_sealed_and_laid_down_within_two_seconds() {
        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            register("quick-" + i);
            long began = System.nanoTime();
            List<EventLeaf> all = new EventLeafTable(daybook.database().owner()).after(0, 10_000);
            awaitSealed(all.getLast().position());
            took.add(Duration.ofNanos(System.nanoTime() - began));
        }
        Collections.sort(took);
        assertThat(took.get(3)).as(took.toString()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void health_and_meters_say_how_old_the_seal_is_and_the_key_is_its_owners_alone() throws IOException {
        Api operator = Api.of(daybook).as("operator");
        Answer health = operator.get("//actuator/health");
        assertThat(health.json().at("/components/seal/status").asString())
                .as(health.body())
                .isEqualTo("UP");
        assertThat(health.json().at("/components/seal/details/ageSeconds").asLong())
                .isLessThan(20);
        assertThat(operator.get("//actuator/prometheus").body())
                .contains("daybook_seal_age_seconds", "daybook_seal_lag_events");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(daybook.dataDir().resolve("keys/log-1.pem"))))
                .isEqualTo("rw-------");
    }

    private static void register(String who) {
        Answer made = Api.of(daybook).as("finance-maker").post("/contractors", """
                {"reference": "%1$s", "name": "Ada %1$s", "email": "%1$s@x.example", "country": "US", "currency": "USD"}
                """.formatted(who));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    private static void awaitSealed(long position) {
        SealedLog sealed = daybook.context().getBean(SealedLog.class);
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (sealed.newest()
                .filter(newest -> newest.isYoung() && newest.covers(position))
                .isEmpty()) {
            assertThat(System.nanoTime()).as("it is not sealed").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static List<NoteKey> keys() {
        return auditor.get("/audit/keys").body().lines().map(NoteKey::parse).toList();
    }

    private static byte[] fetched(Tile tile) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(daybook.url() + "/api/v1/audit/log/" + tile.path()))
                .header("Authorization", "Bearer " + auditor.token("auditor"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofByteArray()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
