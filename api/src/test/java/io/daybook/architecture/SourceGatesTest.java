package io.daybook.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceGatesTest {
    private static final List<Source> MAIN = Source.all("main");
    private static final List<Source> TESTS = Source.all("test");

    /** What stands beyond the gates, and why. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("Appender catches Throwable", "it must fail whoever waits for a write, whatever happened"),
            // Carry out what others of ours hand to them: constants, or what stands below.
            Map.entry("SqlTable hands on", "lists for every table that is read"),
            Map.entry("Sql hands on", "single values for the checks at the start"),
            Map.entry("LoggedFacts hands on", "two queries of its own for one number"),
            Map.entry("DueTable hands on", "queries of its own for one number"),
            Map.entry("ReleaseTurnTable hands on", "two questions of its own, asked in one way"),
            Map.entry("TokenTable hands on", "two locks of its own, taken in one way"),
            Map.entry("ReplayTurn hands on", "two locks of its own, taken in one way"),
            Map.entry("KeptLogTable hands on", "questions of its own, each read row by row"),
            // Put it together from conditions that are their own constants; every value is bound.
            Map.entry("EventsTable hands on", "conditions of a filter"),
            Map.entry("TimesheetReadTable puts SQL", "conditions of a filter"),
            Map.entry("SettlementChecks puts SQL", "a list of account numbers"),
            // Name what cannot be bound: schemas, tables and roles, of ours or quoted.
            Map.entry("Comparison", "the tables of two schemas"),
            Map.entry("ViewTables", "the tables of a schema"),
            Map.entry("ViewsBeside", "the other schema, and the scripts of the views"),
            Map.entry("ScratchViews", "an auditor's schema, and the scripts of the views"),
            Map.entry("FirstStart", "the first role and database of the embedded server"),
            Map.entry("Migrations", "the application's role and the database"));

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
                    void everything() {
                        try {
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
                .containsExactlyInAnyOrder(
                        "Sins is longer than 300 lines",
                        "Sins tall is longer than 40 lines",
                        "Sins catches Throwable",
                        "Sins has a test that is switched off");
        assertThat(Gate.findings(Source.of(Path.of("/test/Sins.java"), sins)))
                .contains("Sins sleeps where a test should wait for something");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c.prepareStatement(\"SELECT a FROM b WHERE c = '\" + name + \"'\")",
                "c.prepareStatement(\"SELECT a FROM b WHERE c = %s\".formatted(name))",
                "c.prepareStatement(NAMED + name)",
                "jdbc.sql(text)",
                "statement.executeQuery(text)",
                "statement.execute(text)",
                "text = \"DELETE FROM b WHERE c = \" + name",
                "text = String.format(\"DROP TABLE %s\", name)",
                "text = new StringBuilder(\"UPDATE b SET c = \").append(name).toString()",
                "text = \"SELECT a FROM b WHERE c = :c\".replace(\":c\", name)",
            })
    void sql_made_of_values_is_seen(String sin) {
        assertThat(findingsOn(sin)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c.prepareStatement(\"SELECT a FROM b WHERE c = ?\" + ORDER)",
                "c.prepareStatement(SELECT + (up ? UP : DOWN))",
                "jdbc.sql(Names.SELECT)",
                "executor.execute(work)",
                "text = \"the set is \" + name",
                "query.sql()",
            })
    void sql_made_of_constants_is_not(String line) {
        assertThat(findingsOn(line)).isEmpty();
    }

    private static List<String> findingsOn(String line) {
        String source = "class Sins { void sin(String name, String text) { " + line + "; } }";
        return Gate.findings(Source.of(Path.of("/main/Sins.java"), source));
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
