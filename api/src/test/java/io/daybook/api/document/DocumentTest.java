package io.daybook.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import io.daybook.api.http.problem.ProblemStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The document is complete and without blemish, and a page for people. */
class DocumentTest {
    private static RunningDaybook daybook;
    private static Document document;
    private static Answer page;

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
        document = Document.of(daybook);
        page = Api.of(daybook).get("//docs");
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    @Test
    void nothing_is_missing_from_it_and_every_example_is_one() {
        assertThat(Lint.faults(document)).isEmpty();
    }

    @Test
    void what_must_be_seen_to_be_missing_is_seen() {
        ObjectNode broken = (ObjectNode) document.root.deepCopy();
        ObjectNode list = (ObjectNode) broken.at("/paths/~1api~1v1~1contractors/get");
        list.remove("summary");
        list.putArray("tags").add("nowhere");
        JsonNode post = broken.at("/paths/~1api~1v1~1contractors/post");
        ((ObjectNode) post.at("/requestBody/content/application~1json/example")).put("colour", "red");
        ((ObjectNode) post.at("/parameters/0")).remove("description");
        ((ObjectNode) broken.at("/components/schemas")).putObject("Unused");
        assertThat(Lint.faults(new Document(broken)))
                .hasSize(5)
                .anyMatch(fault -> fault.contains("has no summary"))
                .anyMatch(fault -> fault.contains("has an unknown tag"))
                .anyMatch(fault -> fault.contains("colour"))
                .anyMatch(fault -> fault.contains("has no description"))
                .anyMatch(fault -> fault.contains("Unused is used nowhere"));
    }

    @Test
    void every_code_of_a_problem_has_a_sentence_and_no_other_has() {
        TreeSet<String> told =
                new TreeSet<>(List.copyOf(document.root.path("x-problems").propertyNames()));
        assertThat(told).isEqualTo(new TreeSet<>(ProblemStatus.codes()));
    }

    @Test
    void nothing_is_told_of_what_is_not_there() throws IOException {
        List<String> told = Files.readAllLines(Path.of("src/main/resources/document/operations.txt")).stream()
                .filter(line -> line.matches("[A-Z]+ /.*"))
                .map(line -> line.replace(" /", " /api/v1/"))
                .toList();
        assertThat(told).doesNotHaveDuplicates();
        assertThat(document.operations().keySet()).containsAll(told);
    }

    /** For tools that are not in this build: {@code target/openapi.json}. */
    @Test
    void it_lies_in_a_file_for_other_tools() throws IOException {
        Path file = Path.of("target", "openapi.json");
        Files.writeString(file, document.root.toString());
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void the_page_is_open_and_shows_every_operation_code_and_schema() {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        document.operations()
                .forEach((name, operation) -> assertThat(page.body())
                        .as(name)
                        .contains("id=\"" + operation.path("operationId").asString() + "\"")
                        .contains("<code>" + name.substring(name.indexOf(' ') + 1) + "</code>"));
        for (String code : ProblemStatus.codes()) assertThat(page.body()).contains("<code>" + code + "</code>");
        for (String schema : document.root.at("/components/schemas").propertyNames())
            assertThat(page.body()).contains("id=\"schema-" + schema + "\"");
        assertThat(Api.of(daybook)
                        .with("Authorization", "Bearer nonsense")
                        .get("//docs/")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void every_link_of_the_page_leads_somewhere_on_it() {
        Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(page.body());
        TreeSet<String> lost = new TreeSet<>();
        while (links.find()) if (!page.body().contains("id=\"" + links.group(1) + "\"")) lost.add(links.group(1));
        assertThat(lost).isEmpty();
    }

    @Test
    void the_page_fetches_nothing_from_elsewhere_and_runs_nothing_of_its_own() {
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'self';");
        assertThat(page.body()).doesNotContain("<style", " style=", " onclick=", "javascript:");
        Matcher sources = Pattern.compile("(?:src|<link[^>]*href)=\"([^\"]+)\"").matcher(page.body());
        TreeSet<String> fetched = new TreeSet<>();
        while (sources.find()) fetched.add(sources.group(1));
        assertThat(fetched).containsExactly("/docs/docs.css", "/docs/docs.js");
        for (String file : fetched)
            assertThat(Api.of(daybook).get("/" + file).status()).as(file).isEqualTo(200);
        assertThat(page.body()).doesNotContainPattern("<script(?! src=\"/docs/docs.js\" defer></script>)");
    }
}
