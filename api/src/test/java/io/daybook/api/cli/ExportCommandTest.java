package io.daybook.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    private static RunningDaybook daybook;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
        for (int i = 0; i < 5; i++) register("E-" + i);
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    private static void register(String reference) {
        String body = "{\"reference\": \"%1$s\", \"name\": \"A\", \"email\": \"%1$s@x.example\","
                + " \"country\": \"US\", \"currency\": \"USD\"}";
        assertThat(Api.of(daybook)
                        .as("finance-maker")
                        .post("/contractors", body.formatted(reference))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void it_goes_on_where_it_was_cut_off_and_writes_no_event_twice() throws IOException {
        Path file = folder.resolve("events.ndjson");
        assertThat(export(file)).isZero();
        List<String> whole = Files.readAllLines(file);
        assertThat(whole).hasSizeGreaterThanOrEqualTo(5);

        Files.writeString(
                file, whole.get(0) + "\n" + whole.get(1) + "\n" + whole.get(2).substring(0, 20));
        assertThat(export(file)).isZero();
        assertThat(Files.readAllLines(file)).isEqualTo(whole);

        register("E-later");
        assertThat(export(file)).isZero();
        assertThat(Files.readAllLines(file))
                .startsWith(whole.toArray(String[]::new))
                .hasSizeGreaterThan(whole.size());
    }

    @Test
    void from_and_to_are_positions_and_belong_to_it() throws IOException {
        Path all = folder.resolve("all.ndjson");
        Path some = folder.resolve("some.ndjson");
        assertThat(export(all)).isZero();
        List<String> lines = Files.readAllLines(all);
        long from = ExportFile.positionOf(lines.get(1));
        long to = ExportFile.positionOf(lines.get(3));
        assertThat(export(some, "--from=" + from, "--to=" + to)).isZero();
        assertThat(Files.readAllLines(some)).isEqualTo(lines.subList(1, 4));
        assertThat(export(some, "--from=" + from, "--to=" + to)).isZero();
        assertThat(Files.readAllLines(some)).isEqualTo(lines.subList(1, 4));
    }

    @Test
    void a_file_of_something_else_is_left_as_it_is() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Ada,\n", StandardOpenOption.CREATE);
        assertThat(export(file)).isEqualTo(2);
        assertThat(Files.readString(file)).isEqualTo("Dear Ada,\n");
    }

    private static int export(Path file, String... options) {
        List<String> all = new ArrayList<>(List.of("export", "--out=" + file));
        all.addAll(List.of(options));
        all.add("--daybook.data-dir=" + daybook.dataDir());
        return Main.commandLine()
                .setOut(new PrintWriter(new ByteArrayOutputStream(), true, UTF_8))
                .setErr(new PrintWriter(new ByteArrayOutputStream(), true, UTF_8))
                .execute(all.toArray(String[]::new));
    }
}
