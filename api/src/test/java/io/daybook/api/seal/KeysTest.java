package io.daybook.api.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.audit.note.Note;
import io.daybook.audit.note.NoteKey;
import io.daybook.audit.note.NoteSigner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    @TempDir
    private Path folder;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void the_first_key_is_made_once_and_nobody_else_may_read_it() throws Exception {
        stage.seal();
        stage.seal();
        assertThat(stage.checkpoints().keys()).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stage.keys.resolve("log-1.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void two_keys_sign_while_one_follows_the_other_and_both_stay_to_be_verified_with() throws Exception {
        stage.append(3);
        stage.seal();
        NoteKey old = stage.checkpoints().keys().getFirst();
        Note before = stage.laidDown();
        write("log-2.pem");
        stage.seal();
        List<NoteKey> keys = stage.checkpoints().keys();
        NoteKey next = keys.getFirst();
        assertThat(keys).containsExactly(next, old);
        assertThat(stage.laidDown().verify(List.of(old))).containsExactly(old);
        assertThat(stage.laidDown().verify(List.of(next))).containsExactly(next);
        Files.delete(stage.keys.resolve("log-1.pem"));
        stage.append(3);
        stage.seal();
        assertThat(stage.laidDown().verify(keys)).containsExactly(next);
        assertThat(before.verify(stage.checkpoints().keys())).containsExactly(old);
    }

    @Test
    void a_running_node_signs_with_a_new_key_at_its_next_confirmation() throws Exception {
        Sealer node = stage.node();
        Stage.run(node);
        write("log-2.pem");
        for (int i = 0; i < 30; i++) Stage.run(node);
        assertThat(stage.laidDown().verify(stage.checkpoints().keys())).hasSize(2);
    }

    @Test
    void a_node_with_another_key_than_the_logs_signs_nothing() {
        stage.seal();
        Sealer other = stage.node(stage.anchors, folder.resolve("other-keys"));
        assertThatThrownBy(() -> Stage.run(other))
                .isInstanceOf(SealRefused.class)
                .hasMessageContaining("no key in");
        assertThat(stage.checkpoints().keys()).hasSize(1);
    }

    @Test
    void a_key_that_others_may_read_is_not_used() throws Exception {
        stage.seal();
        Files.setPosixFilePermissions(stage.keys.resolve("log-1.pem"), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> stage.seal()).isInstanceOf(SealRefused.class).hasMessageContaining("chmod 600");
    }

    @Test
    void a_file_that_is_no_key_stops_the_sealing() throws Exception {
        stage.seal();
        Path file = Files.writeString(
                stage.keys.resolve("log-2.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> stage.seal()).isInstanceOf(SealRefused.class).hasMessageContaining("log-2.pem");
    }

    /** As OpenSSL writes it, in lines of 64 characters. */
    private void write(String name) throws Exception {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(NoteSigner.generate("x").pkcs8());
        Path file = Files.writeString(
                stage.keys.resolve(name), "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
