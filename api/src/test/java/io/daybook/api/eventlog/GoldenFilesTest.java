package io.daybook.api.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.wiring.StoredEvents;
import io.daybook.kernel.DomainEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each stored event has a file that shows its name and JSON. With {@code -Ddaybook.golden=write} files that are missing are
 * written; {@code =rewrite} replaces them all and drops those of no event, for which there is no excuse once a release has
 * stored that event: then its next form is a new revision, beside the old file.
 */
class GoldenFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final String MODE = System.getProperty("daybook.golden", "check");
    private static final EventTypes TYPES = StoredEvents.types();
    private static final EventJson JSON = new EventJson(TYPES);

    record Golden(String file, DomainEvent sample) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Golden> goldens() {
        return TYPES.all().stream().flatMap(type -> {
            String name = type.getSimpleName() + "." + TYPES.revisionOf(type.getSimpleName());
            Golden whole = new Golden(name + ".json", (DomainEvent) SampleMaker.whole(type));
            Stream<Golden> bare = SampleMaker.bare(type).stream()
                    .map(sample -> new Golden(name + ".absent.json", (DomainEvent) sample));
            return Stream.concat(Stream.of(whole), bare);
        });
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void an_event_is_stored_and_read_as_its_golden_file_shows(Golden golden) throws IOException {
        byte[] stored = JSON.write(golden.sample());
        Path file = FOLDER.resolve(golden.file());
        if (MODE.equals("rewrite") || MODE.equals("write") && !Files.exists(file))
            Files.writeString(file, new String(stored, UTF_8) + "\n");
        assertThat(file)
                .as("missing: run the tests once with -Ddaybook.golden=write")
                .exists();
        byte[] shown = Files.readString(file).strip().getBytes(UTF_8);
        assertThat(new String(stored, UTF_8))
                .as("the stored form changed; only before its first release -Ddaybook.golden=rewrite may follow")
                .isEqualTo(new String(shown, UTF_8));
        assertThat(JSON.read(JSON.nameOf(golden.sample()), JSON.revisionOf(golden.sample()), shown, 1))
                .isEqualTo(golden.sample());
    }

    /** Of each revision before today's: the file stays, and is read as today's event. */
    @Test
    void every_revision_ever_stored_is_read() throws IOException {
        for (Class<? extends DomainEvent> type : TYPES.all()) {
            String name = type.getSimpleName();
            for (int revision = 1; revision < TYPES.revisionOf(name); revision++) {
                byte[] stored = Files.readAllBytes(FOLDER.resolve(name + "." + revision + ".json"));
                assertThat(JSON.read(name, revision, stored, 1)).isInstanceOf(type);
            }
        }
    }

    @Test
    void no_golden_file_outlives_its_event() throws IOException {
        Set<String> known =
                Stream.concat(goldens().map(Golden::file), earlier()).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> orphans = files.filter(
                            file -> !known.contains(file.getFileName().toString()))
                    .toList();
            if (MODE.equals("rewrite")) for (Path orphan : orphans) Files.delete(orphan);
            else assertThat(orphans).isEmpty();
        }
    }

    private static Stream<String> earlier() {
        return TYPES.all().stream()
                .map(Class::getSimpleName)
                .flatMap(name -> IntStream.range(1, TYPES.revisionOf(name))
                        .boxed()
                        .flatMap(revision ->
                                Stream.of(name + "." + revision + ".json", name + "." + revision + ".absent.json")));
    }
}
