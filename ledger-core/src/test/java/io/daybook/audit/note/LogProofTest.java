package io.daybook.audit.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.audit.Frontier;
import io.daybook.audit.InclusionProof;
import io.daybook.audit.Malformed;
import io.daybook.audit.TreeHash;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogProofTest {
    private static final NoteSigner SIGNER = NoteSigner.generate("log.example");
    private static final List<TreeHash> LEAVES = Stream.of("a", "b", "c")
            .map(text -> TreeHash.ofLeaf(text.getBytes(UTF_8)))
            .toList();

    @Test
    void a_proof_is_written_as_the_specification_says_and_read_again() {
        LogProof proof = proofOf(2);
        String left = TreeHash.ofNode(LEAVES.get(0), LEAVES.get(1)).base64();
        assertThat(proof.toString())
                .isEqualTo("c2sp.org/tlog-proof@v1\nindex 2\n" + left + "\n\n" + proof.checkpoint());
        assertThat(LogProof.parse(proof.toString()).toString()).isEqualTo(proof.toString());
        String extra = proof.toString().replace("\nindex", "\nextra AAEC\nindex");
        assertThat(LogProof.parse(extra).extra()).containsExactly(0, 1, 2);
        assertThat(LogProof.parse(extra).toString()).isEqualTo(extra);
    }

    @Test
    void it_shows_its_own_entry_and_no_other() {
        LogProof proof = LogProof.parse(proofOf(1).toString());
        assertThat(proof.verify(LEAVES.get(1), List.of(SIGNER.key())).size()).isEqualTo(3);
        assertThatThrownBy(() -> proof.verify(LEAVES.get(0), List.of(SIGNER.key())))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("not at 1");
        NoteKey stranger = NoteSigner.generate("log.example").key();
        assertThatThrownBy(() -> proof.verify(LEAVES.get(1), List.of(stranger))).isInstanceOf(Malformed.class);
    }

    @Test
    void a_log_of_one_entry_needs_no_hash() {
        Frontier tree = Frontier.empty();
        tree.add(LEAVES.getFirst());
        Note note = new Checkpoint("log.example", 1, tree.root()).signed(List.of(SIGNER));
        LogProof proof = LogProof.parse("c2sp.org/tlog-proof@v1\nindex 0\n\n" + note);
        assertThat(proof.verify(LEAVES.getFirst(), List.of(SIGNER.key())).size())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v1\n",
                "c2sp.org/tlog-proof@v2\nindex 0",
                "c2sp.org/tlog-proof@v1\nindex 01",
                "c2sp.org/tlog-proof@v1\nindex 0\nAAAA",
                "c2sp.org/tlog-proof@v1",
                "c2sp.org/tlog-proof@v1\nextra A\nindex 0",
                "c2sp.org/tlog-proof@v1\nindex 0\nindex 0"
            })
    void no_other_text_is_a_proof(String head) {
        assertThatThrownBy(() -> LogProof.parse(head + "\n\n" + proofOf(0).checkpoint()))
                .isInstanceOf(Malformed.class);
    }

    private static LogProof proofOf(int index) {
        Frontier tree = Frontier.empty();
        LEAVES.forEach(tree::add);
        InclusionProof proof = InclusionProof.of(
                (level, at) -> level == 0 ? LEAVES.get((int) at) : TreeHash.ofNode(LEAVES.get(0), LEAVES.get(1)),
                index,
                3);
        return LogProof.of(proof, new Checkpoint("log.example", 3, tree.root()).signed(List.of(SIGNER)));
    }
}
