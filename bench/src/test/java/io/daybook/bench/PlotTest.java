package io.daybook.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlotTest {
    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void the_picture_shows_what_the_tables_say() throws IOException {
        assertThat(Files.readString(DOCS.resolve("performance.svg")))
                .as("drawn anew by: bench/run --plot")
                .isEqualTo(Plot.of(Files.readString(DOCS.resolve("performance.md"))));
    }

    @Test
    void a_median_below_its_floor_or_above_its_ceiling_is_on_the_wrong_side() {
        String table = """
                | fast enough | 1.20 | 1.00–1.40 | ≥ 0.60: reached |
                | too slow | 0.30 | 0.20–0.40 | ≥ 0.60: not reached |
                | too long | 3.00 | 2.00–4.00 | ≤ 2.00: not reached |
                | only to compare | 0.52 | 0.48–0.60 | – |
                """;
        assertThat(Plot.of(table).split("class=\"met\"")).hasSize(1 + 2);
        assertThat(Plot.of(table).split("class=\"unmet\"")).hasSize(1 + 4);
        assertThat(Plot.of(table)).contains("too long").doesNotContain("only to compare");
    }
}
