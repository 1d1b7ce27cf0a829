package io.daybook.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.audit.Malformed;
import io.daybook.audit.TreeHash;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the example of golang.org/x/mod/sumdb/note, whose private key is public. */
class NoteTest {
    private static final String VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String NOTE = TEXT + "\n— PeterNeumann "
            + "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @Test
    void a_note_signed_elsewhere_is_verified() {
        NoteKey key = NoteKey.parse(VKEY);
        assertThat(Note.parse(NOTE).verify(List.of(key))).containsExactly(key);
        assertThat(key.toString()).isEqualTo(VKEY);
    }

    @Test
    void a_note_is_signed_byte_for_byte_as_elsewhere() {
        assertThat(Note.signed(TEXT, List.of(peter())).toString()).isEqualTo(NOTE);
        assertThat(peter().key().toString()).isEqualTo(VKEY);
        assertThat(NoteSigner.of("PeterNeumann", peter().pkcs8()).key()).isEqualTo(peter().key());
    }

    @Test
    void each_key_of_a_rotation_verifies_the_same_note_and_a_stranger_does_not() {
        NoteSigner old = NoteSigner.generate("log.example");
        NoteSigner next = NoteSigner.generate("log.example");
        Note note = Note.parse(Note.signed(TEXT, List.of(next, old)).toString());
        assertThat(note.verify(List.of(old.key()))).containsExactly(old.key());
        assertThat(note.verify(List.of(next.key()))).containsExactly(next.key());
        assertThatThrownBy(() -> note.verify(List.of(peter().key()))).isInstanceOf(Malformed.class);
    }

    @Test
    void one_letter_changed_is_noticed() {
        String changed = NOTE.replace("think", "thank");
        assertThatThrownBy(() -> Note.parse(changed).verify(List.of(NoteKey.parse(VKEY))))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("wrong");
    }

    @Test
    void a_right_signature_beside_a_wrong_one_of_the_same_key_does_not_save_the_note() {
        String wrong = NOTE.substring(NOTE.indexOf("— ")).replace("x08go/ZJ", "x08go/ZK");
        assertThatThrownBy(() -> Note.parse(NOTE + wrong).verify(List.of(NoteKey.parse(VKEY))))
                .isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\n— a b",
                "text\n\n— a\n",
                "text\n\n— a b c\n",
                "text\n\n- a AAAAAAA=\n",
                "text\n\n— a AAAA\n",
                "text\n\n— a+b AAAAAAA=\n",
                "te\txt\n\n— a AAAAAAA=\n",
                "text\r\n\n— a AAAAAAA=\n",
                "text\n\n— a AAAAAAB=\n",
                "text\n\n— a AAAAAAA\n",
                "text\n\n—  AAAAAAA=\n"
            })
    void nothing_else_is_a_note(String text) {
        assertThatThrownBy(() -> Note.parse(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/"
            })
    void no_other_text_is_a_key(String vkey) {
        assertThatThrownBy(() -> NoteKey.parse(vkey)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_checkpoint_is_the_three_lines_of_its_specification() {
        Checkpoint checkpoint = new Checkpoint(
                "example.com/behind-the-sofa",
                20_852_163,
                TreeHash.parse("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="));
        Note note = checkpoint.signed(List.of(peter()));
        assertThat(note.text())
                .isEqualTo("example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n");
        assertThat(Checkpoint.verified(Note.parse(note.toString()), List.of(peter().key())))
                .isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o\n1\n",
                "o\n01\nR\n",
                "o\n-1\nR\n",
                "o\n1\nAAAA\n",
                "o\n1\nR\n\nmore\n",
                "\n1\nR\n",
                "o\n99999999999999999999\nR\n"
            })
    void no_other_note_is_a_checkpoint(String text) {
        Note note = Note.signed(text.replace("R", TreeHash.ofNothing().base64()), List.of(peter()));
        assertThatThrownBy(() -> Checkpoint.verified(note, List.of(peter().key())))
                .isInstanceOf(Malformed.class);
    }

    private static NoteSigner peter() {
        byte[] typed = Base64.getDecoder().decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        String seed = HexFormat.of().formatHex(typed, 1, typed.length);
        return NoteSigner.of("PeterNeumann", HexFormat.of().parseHex("302e020100300506032b657004220420" + seed));
    }
}
