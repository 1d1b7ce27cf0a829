package io.daybook.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final String ROSTER = """
            reference,name,email,country,currency,project,hourlyRate,rateFrom
            E-1,Ada,ada@x.example,US,USD,Atlas,60.00,2026-01-01
            """;
    private static final String HEADER = "contractor,project,date,seconds\n";

    private static RunningDaybook daybook;

    @TempDir
    private Path folder;

    /** What a command ended with, and what a pipe behind it would have got. */
    private record Ended(int code, List<String> lines) {}

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    @Test
    void every_refused_row_is_printed_to_the_last() throws IOException {
        Ended ended = run(HEADER + "nobody,Atlas,2026-03-02,60\n".repeat(500), "--kind=time", "--format=daybook");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines()).hasSize(502);
        assertThat(ended.lines().getFirst()).isEqualTo("COMPLETED: 500 rows, 0 accepted, 500 rejected, 0 known before");
        assertThat(ended.lines().getLast()).startsWith("501,contractor,unknown-contractor,");
    }

    @Test
    void a_file_that_cannot_be_read_says_why() throws IOException {
        Ended ended = run("contractor,date\n", "--kind=time", "--format=daybook");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.lines()).last().asString().startsWith("1,project,missing-column,");
    }

    @Test
    void entries_gone_at_the_source_are_listed_when_asked_for() throws IOException {
        assertThat(run(ROSTER, "--kind=roster").code()).isZero();
        assertThat(run(HEADER + "E-1,Atlas,2026-03-02,60\n", "--kind=time", "--format=daybook")
                        .code())
                .isZero();
        Ended ended = run(HEADER, "--kind=time", "--format=daybook", "--replace=2026-03-01..2026-03-31");
        assertThat(ended.code()).isZero();
        assertThat(ended.lines()).last().asString().contains("gone-at-source");
    }

    private Ended run(String text, String... options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out, true, UTF_8))
                .execute(arguments(Files.writeString(folder.resolve("file.csv"), text), options));
        return new Ended(code, out.toString(UTF_8).lines().toList());
    }

    private static String[] arguments(Path file, String... options) {
        List<String> all = new ArrayList<>(List.of("import", file.toString()));
        all.addAll(List.of(options));
        all.add("--daybook.data-dir=" + daybook.dataDir());
        return all.toArray(String[]::new);
    }
}
