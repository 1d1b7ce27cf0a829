package io.daybook.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The vectors were computed by a program in another language, from the words of docs/audit.md. */
class EventLeafTest {
    private static final String PREIMAGE = "646179626f6f6b2e6465762f6576656e744076310a"
            + "00000008000000000000002a" + "000000100192f0c12b3c7d4e8f50112233445566"
            + "0000001374696d6573686565742d6ac3bc7267656e2d31" + "0000000974696d657368656574"
            + "000000080000000000000003"
            + "0000001274696d6573686565742e617070726f766564" + "000000080000000000000002" + "000000080006474846222240"
            + "000000077b2261223a317d" + "000000027b7d" + "00000010000102030405060708090a0b0c0d0e0f"
            + "0000000c636f6e74726163746f722d37" + "000000080000000000000009";
    private static final EventLeaf LEAF = new EventLeaf(
            42,
            UUID.fromString("0192f0c1-2b3c-7d4e-8f50-112233445566"),
            "timesheet-jürgen-1",
            "timesheet",
            3,
            "timesheet.approved",
            2,
            1_767_225_600_123_456L,
            "{\"a\":1}".getBytes(UTF_8),
            "{}".getBytes(UTF_8),
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"),
            "contractor-7",
            9L);

    @Test
    void a_leaf_is_the_hash_of_the_bytes_that_the_document_says() {
        assertThat(HexFormat.of().formatHex(LEAF.preimage())).isEqualTo(PREIMAGE);
        assertThat(HexFormat.of().formatHex(LEAF.hash().bytes()))
                .isEqualTo("5d28a1c3d41758a821262e25f5f767367a065cc79bc7e7c89695323a2c064397");
    }

    @Test
    void what_concerns_nobody_has_neither_person_nor_number() {
        EventLeaf leaf = new EventLeaf(
                43,
                UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"),
                "s",
                "t",
                0,
                "x",
                1,
                -1,
                new byte[0],
                new byte[0],
                HexFormat.of().parseHex("ff".repeat(16)),
                null,
                null);
        assertThat(HexFormat.of().formatHex(leaf.preimage())).endsWith("ff".repeat(8));
        assertThat(HexFormat.of().formatHex(leaf.hash().bytes()))
                .isEqualTo("ba5565b8b82988b94468b30ff9ea5177336a5d861036138d37fc6a5ab7efb311");
        assertThat(EventLeaf.parse(leaf.preimage()).preimage()).isEqualTo(leaf.preimage());
    }

    @Test
    void a_preimage_read_and_written_again_is_the_same_bytes() {
        EventLeaf read = EventLeaf.parse(LEAF.preimage());
        assertThat(read).usingRecursiveComparison().isEqualTo(LEAF);
        assertThat(read.preimage()).isEqualTo(LEAF.preimage());
    }

    @Test
    void a_preimage_cut_short_or_drawn_out_is_refused_wherever() {
        byte[] whole = LEAF.preimage();
        IntStream.range(0, whole.length)
                .forEach(length -> assertThatThrownBy(() -> EventLeaf.parse(Arrays.copyOf(whole, length)))
                        .isInstanceOf(Malformed.class));
        assertThatThrownBy(() -> EventLeaf.parse(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("goes on");
    }

    @Test
    void whatever_byte_is_changed_it_is_refused_or_another_leaf() {
        byte[] whole = LEAF.preimage();
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            try {
                assertThat(EventLeaf.parse(changed).preimage())
                        .isEqualTo(changed)
                        .isNotEqualTo(whole);
            } catch (Malformed refused) {
                assertThat(refused).hasMessageMatching("(?s).+");
            }
        }
    }
}
