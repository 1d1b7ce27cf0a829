package io.daybook.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocsTest {
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)");

    @Test
    void every_link_leads_to_something_that_is_there() throws IOException {
        assertThat(pages())
                .isNotEmpty()
                .allSatisfy(page -> assertThat(brokenLinks(page, Files.readString(page)))
                        .as(page.toString())
                        .isEmpty());
    }

    @Test
    void a_link_to_nowhere_is_seen() {
        assertThat(brokenLinks(
                        Source.home().resolve("docs/page.md"), "[the map](architecture.md) and [a hole](hole.md)"))
                .containsExactly("hole.md");
    }

    @Test
    void the_map_fits_on_a_few_screens() throws IOException {
        assertThat(Files.readAllLines(Source.home().resolve("docs/architecture.md")))
                .hasSizeLessThanOrEqualTo(150);
    }

    private static List<Path> pages() throws IOException {
        Path home = Source.home();
        try (Stream<Path> docs = Files.walk(home.resolve("docs"));
                Stream<Path> top = Files.list(home)) {
            return Stream.concat(docs, top)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> brokenLinks(Path page, String text) {
        return LINK.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(link -> link.substring(2))
                .filter(link -> !Files.exists(page.resolveSibling(link)))
                .toList();
    }
}
