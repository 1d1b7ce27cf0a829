package io.daybook.api.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the guide, as they stand on the page, lead from a new contractor to their statement. */
class GuideTest {
    private static final Pattern BLOCK = Pattern.compile("```sh walk\n(.*?)```", Pattern.DOTALL);
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void the_commands_of_the_guide_run_as_they_stand() throws IOException, InterruptedException {
        assumeThat(Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "curl"))))
                .as("curl is installed")
                .isTrue();
        try (RunningDaybook daybook = RunningDaybook.start()) {
            String guide = Document.of(daybook).root.at("/info/description").asString();
            String said = run(daybook, commands(guide));
            assertThat(said)
                    .contains("\"rows\":2,\"accepted\":2,\"rejected\":0")
                    .contains("\"available\":10000")
                    .contains("\"closing\":{\"amount\":0,\"currency\":\"USD\"}")
                    .contains("\"paid\":{\"amount\":10000,\"currency\":\"USD\"}");
            assertThat(Files.readString(folder.resolve("statement.pdf"), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF");
            assertThat(Api.of(daybook).get("//docs").body()).contains("guide-release", "Read the statement");
        }
    }

    private static String commands(String guide) {
        StringBuilder script = new StringBuilder("set -eux\n");
        Matcher blocks = BLOCK.matcher(guide);
        while (blocks.find()) script.append(blocks.group(1));
        return script.toString();
    }

    private String run(RunningDaybook daybook, String script) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        shell.environment().put("DAYBOOK", daybook.url());
        shell.environment().put("DATA", daybook.dataDir().toAbsolutePath().toString());
        Process process = shell.start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroy();
        String text = Files.readString(said, UTF_8);
        assertThat(ended).as(text).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
