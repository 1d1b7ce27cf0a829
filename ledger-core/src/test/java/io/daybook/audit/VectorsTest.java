package io.daybook.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The vectors of transparency-dev/merkle, good and forged. */
class VectorsTest {
    private static final Path DATA =
            Path.of(System.getProperty("daybook.test-data", "../shared/data")).resolve("merkle");

    @Test
    void every_inclusion_vector_is_judged_as_its_authors_judge_it() {
        List<Vector> vectors = vectors("inclusion");
        for (Vector vector : vectors) {
            boolean shown = new InclusionProof(vector.number("leafIdx"), vector.number("treeSize"), vector.proof())
                    .shows(vector.hash("leafHash"), vector.hash("root"));
            assertThat(shown).as(vector.name).isEqualTo(!vector.isForged());
        }
        assertThat(vectors).hasSize(98).anyMatch(vector -> !vector.isForged());
    }

    @Test
    void every_consistency_vector_is_judged_as_its_authors_judge_it() {
        List<Vector> vectors = vectors("consistency");
        for (Vector vector : vectors) {
            boolean shown = new ConsistencyProof(vector.number("size1"), vector.number("size2"), vector.proof())
                    .shows(vector.hash("root1"), vector.hash("root2"));
            assertThat(shown).as(vector.name).isEqualTo(!vector.isForged());
        }
        assertThat(vectors).hasSize(98).anyMatch(vector -> !vector.isForged());
    }

    private static List<Vector> vectors(String kind) {
        assumeTrue(Files.isDirectory(DATA), "the shared test data is not here");
        try (Stream<Path> files = Files.walk(DATA.resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Vector::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Vector(String name, String json) {
        static Vector read(Path file) {
            try {
                return new Vector(file.toString(), Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean isForged() {
            return find("wantErr", "(true|false)").group(1).equals("true");
        }

        /** Theirs are unsigned: what lies beyond our range is below zero here, and no size or index either. */
        long number(String field) {
            return Long.parseUnsignedLong(find(field, "([0-9]+)").group(1));
        }

        TreeHash hash(String field) {
            return decoded(find(field, "\"([^\"]*)\"").group(1));
        }

        List<TreeHash> proof() {
            String list = find("proof", "(null|\\[[^\\]]*\\])").group(1);
            return Pattern.compile("\"([^\"]*)\"")
                    .matcher(list)
                    .results()
                    .map(match -> decoded(match.group(1)))
                    .toList();
        }

        private static TreeHash decoded(String base64) {
            return TreeHash.claimed(Base64.getDecoder().decode(base64));
        }

        private MatchResult find(String field, String value) {
            Matcher matcher = Pattern.compile("\"" + field + "\":\\s*" + value).matcher(json);
            assertThat(matcher.find()).as(name + " has " + field).isTrue();
            return matcher.toMatchResult();
        }
    }
}
