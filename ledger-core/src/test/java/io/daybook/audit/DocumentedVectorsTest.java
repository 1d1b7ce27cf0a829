package io.daybook.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/audit.md promises byte by byte is what the code does. */
class DocumentedVectorsTest {
    private static final Pattern VECTOR = Pattern.compile("preimage ([0-9a-f\\s]+)leaf ([0-9a-f]{64})");
    private static final Pattern ROOT = Pattern.compile("has the root\\s+`([0-9a-f]{64})`");

    @Test
    void the_vectors_of_the_document_are_those_of_the_code() throws IOException {
        String document = Files.readString(document());
        List<TreeHash> leaves = new ArrayList<>();
        Matcher vector = VECTOR.matcher(document);
        while (vector.find()) {
            byte[] preimage = HexFormat.of().parseHex(vector.group(1).replaceAll("\\s", ""));
            EventLeaf event = EventLeaf.parse(preimage);
            assertThat(event.preimage()).isEqualTo(preimage);
            assertThat(hex(event.hash())).isEqualTo(vector.group(2));
            leaves.add(event.hash());
        }
        assertThat(leaves).hasSize(2);
        Matcher root = ROOT.matcher(document);
        assertThat(root.find()).isTrue();
        assertThat(hex(TreeHash.ofNode(leaves.get(0), leaves.get(1)))).isEqualTo(root.group(1));
    }

    private static String hex(TreeHash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }

    private static Path document() {
        Path here = Path.of("docs", "audit.md");
        return Files.exists(here) ? here : Path.of("..").resolve(here);
    }
}
