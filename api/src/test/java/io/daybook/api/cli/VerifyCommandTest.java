package io.daybook.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.audit.EventLeaf;
import io.daybook.audit.TreeHash;
import io.daybook.audit.bundle.BundleLeaf;
import io.daybook.audit.bundle.BundleTerms;
import io.daybook.audit.bundle.BundleWriter;
import io.daybook.audit.bundle.BundleWriter.Placed;
import io.daybook.audit.note.Checkpoint;
import io.daybook.audit.note.NoteSigner;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTest {
    private static final NoteSigner SIGNER = NoteSigner.generate("log.example/cli");
    private static final EventLeaf EVENT = event("{}");
    private static final Checkpoint TREE = new Checkpoint("log.example/cli", 1, EVENT.hash());

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path genuine;

    @BeforeEach
    void write() throws IOException {
        genuine = bundle("genuine.zip", EVENT);
    }

    private static EventLeaf event(String payload) {
        return new EventLeaf(
                7,
                new UUID(1, 2),
                "s",
                "t",
                0,
                "x",
                1,
                0,
                payload.getBytes(UTF_8),
                new byte[0],
                new byte[16],
                null,
                null);
    }

    private Path bundle(String name, EventLeaf event) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream stream = Files.newOutputStream(file)) {
            BundleWriter writer = new BundleWriter(stream);
            writer.begin(
                    new BundleTerms(null, null, null, 1, 1, 0, 0, null),
                    TREE.signed(List.of(SIGNER)),
                    List.of(SIGNER.key()));
            writer.leaves(
                    List.of(new BundleLeaf(0, EVENT.eventId(), EVENT.hash())).iterator());
            writer.proofs(
                    (level, index) -> TreeHash.ofNothing(), 1, LongStream.of(0).iterator());
            writer.events(List.of(new Placed(0, event)).iterator());
            writer.finish();
        }
        return file;
    }

    @Test
    void genuine_evidence_is_0_and_needs_nothing_but_the_file() {
        assertThat(run("verify", genuine.toString())).isZero();
        assertThat(out.toString())
                .contains(
                        "genuine.zip is genuine.",
                        "the key came with the bundle",
                        SIGNER.key().toString());
    }

    @Test
    void a_key_that_is_named_is_the_one_that_counts() throws IOException {
        assertThat(run("verify", genuine.toString(), "--key", SIGNER.key().toString()))
                .isZero();
        String other = NoteSigner.generate("log.example/cli").key().toString();
        assertThat(run("verify", genuine.toString(), "--key", other)).isEqualTo(2);
        assertThat(out.toString()).contains("FOUND foreign-key", "is tampered.");
        Path keys = Files.writeString(folder.resolve("keys"), SIGNER.key() + "\n" + other + "\n");
        assertThat(run("verify", "--keys", keys.toString(), genuine.toString())).isZero();
    }

    @Test
    void a_checkpoint_that_was_kept_is_held_against_it() throws IOException {
        Path kept = Files.writeString(
                folder.resolve("kept"), TREE.signed(List.of(SIGNER)).toString());
        assertThat(run("verify", "--checkpoint", kept.toString(), genuine.toString()))
                .isZero();
        Checkpoint fork = new Checkpoint("log.example/cli", 1, TreeHash.ofNothing());
        Files.writeString(kept, fork.signed(List.of(SIGNER)).toString());
        assertThat(run("verify", "--checkpoint", kept.toString(), genuine.toString()))
                .isEqualTo(2);
        assertThat(out.toString()).contains("FOUND fork");
    }

    @Test
    void json_names_the_first_bad_event() throws IOException {
        assertThat(run("verify", "--json", bundle("bad.zip", event("{ }")).toString()))
                .isEqualTo(2);
        JsonNode verdict = JsonMapper.shared().readTree(out.toString());
        assertThat(verdict.path("result").asString()).isEqualTo("tampered");
        JsonNode first = verdict.path("findings").path(0);
        assertThat(first.path("kind").asString()).isEqualTo("event-changed");
        assertThat(first.path("eventId").asString()).isEqualTo(EVENT.eventId().toString());
        assertThat(first.path("index").asLong()).isZero();
        assertThat(first.path("position").asLong()).isEqualTo(7);
        assertThat(first.path("expected").asString()).contains(EVENT.hash().base64());
    }

    @Test
    void what_cannot_be_read_is_3_and_what_is_tampered_with_weighs_more() throws IOException {
        Path garbage = Files.writeString(folder.resolve("garbage.zip"), "no zip");
        assertThat(run("verify", garbage.toString(), genuine.toString())).isEqualTo(3);
        assertThat(run(
                        "verify",
                        garbage.toString(),
                        bundle("bad.zip", event("[]")).toString()))
                .isEqualTo(2);
        assertThat(run("verify", folder.resolve("nowhere").toString())).isEqualTo(3);
    }

    @Test
    void a_key_that_is_none_is_refused_in_one_line() {
        assertThat(run("verify", genuine.toString(), "--key", "nonsense")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("A key is one line");
        assertThat(run("verify")).isEqualTo(2);
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
