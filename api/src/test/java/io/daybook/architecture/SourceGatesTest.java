package io.daybook.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceGatesTest {
    private static final List<Source> MAIN = Source.all("main");
    private static final List<Source> TESTS = Source.all("test");

    /** What stands beyond the gates, and why. */
    private static final Map<String, String> ALLOWED =
            Map.of("Appender catches Throwable", "it must fail whoever waits for a write, whatever happened");

    @Test
    void no_file_or_method_is_long_nothing_is_caught_blindly_and_no_sql_is_made_of_values() {
        assertThat(findings(MAIN)).allMatch(found -> ALLOWED.keySet().stream().anyMatch(found::startsWith));
    }

    @Test
    void no_exception_to_a_gate_outlives_its_reason() {
        assertThat(ALLOWED.keySet())
                .allMatch(allowed -> findings(MAIN).stream().anyMatch(found -> found.startsWith(allowed)));
    }

    @Test
    void no_test_sleeps_or_is_switched_off_or_outgrows_its_reader() {
        assertThat(findings(TESTS)).isEmpty();
    }

    /** A test's package may share the door plate of the package that it tests. */
    @Test
    void every_package_is_null_marked_and_says_in_a_sentence_what_it_is_for() {
        List<Source> all = Stream.concat(MAIN.stream(), TESTS.stream()).toList();
        Set<String> marked = all.stream()
                .filter(SourceGatesTest::isDoorPlate)
                .map(Source::inPackage)
                .collect(Collectors.toSet());
        assertThat(all.stream().map(Source::inPackage).distinct().filter(room -> !marked.contains(room)))
                .isEmpty();
    }

    @Test
    void what_a_gate_must_see_it_sees() {
        String sins = """
                class Sins {
                    void everything(Connection c, String name) {
                        try {
                            c.prepareStatement("SELECT a FROM b WHERE c = '" + name + "'");
                            c.prepareStatement("SELECT a FROM b WHERE c = ?" + ORDER);
                            Thread.sleep(10);
                        } catch (Throwable swallowed) {
                        }
                    }
                    @Disabled void off() {}
                    void tall() {%s}
                }
                %s
                """.formatted("\n".repeat(40), "\n".repeat(300));
        assertThat(Gate.findings(Source.of(Path.of("/main/Sins.java"), sins)))
                .satisfiesExactlyInAnyOrder(
                        found -> assertThat(found).contains("is longer than 300 lines"),
                        found -> assertThat(found).contains("tall is longer than 40 lines"),
                        found -> assertThat(found).contains("SQL together from values"),
                        found -> assertThat(found).contains("catches Throwable"),
                        found -> assertThat(found).contains("switched off"));
        assertThat(Gate.findings(Source.of(Path.of("/test/Sins.java"), sins)))
                .contains("Sins sleeps where a test should wait for something");
    }

    private static List<String> findings(List<Source> sources) {
        return sources.stream()
                .flatMap(source -> Gate.findings(source).stream())
                .toList();
    }

    private static boolean isDoorPlate(Source source) {
        return source.name().equals("package-info")
                && source.text().matches("(?s)/\\*\\*\\s+\\w.*[.:].*\\*/\\s*@NullMarked\\s+package .*");
    }
}
