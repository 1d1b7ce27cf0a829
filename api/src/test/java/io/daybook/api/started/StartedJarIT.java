package io.daybook.api.started;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Axon's update checker keeps silent where JUnit is on the class path: only the jar itself can show that it is off. */
class StartedJarIT {
    private static final Path JAR = Path.of("target/daybook.jar").toAbsolutePath();
    private static final int MINUTES = 3;

    @TempDir
    private Path folder;

    @Test
    void the_started_program_answers_stops_in_good_order_and_calls_nobody() throws Exception {
        try (Outside outside = Outside.open()) {
            Process daybook = java(outside, "-jar", JAR.toString(), "serve");
            try {
                String url = awaitUrl(daybook);
                assertThat(status(url + "/actuator/health/readiness")).isEqualTo(200);
                assertThat(refusalOfASecond(outside)).contains("in use by another Daybook", url);
            } finally {
                daybook.destroy();
            }
            assertThat(daybook.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(folder.resolve("data/server.json")).doesNotExist();
            assertThat(outside.asked()).as("hosts it wanted to reach").isEmpty();
        }
    }

    @Test
    void a_program_that_calls_somebody_is_noticed() throws Exception {
        Path source = folder.resolve("Caller.java");
        Files.writeString(source, """
                import java.net.*;
                import java.net.http.*;
                class Caller {
                    public static void main(String[] args) throws Exception {
                        tried(() -> URI.create("https://one.example/").toURL().openStream());
                        tried(() -> HttpClient.newHttpClient().send(
                                HttpRequest.newBuilder(URI.create("http://two.example/")).build(),
                                HttpResponse.BodyHandlers.ofString()));
                        tried(() -> new Socket("203.0.113.7", 5432));
                    }
                    interface Call { Object go() throws Exception; }
                    static void tried(Call call) {
                        try { call.go(); } catch (Exception refused) { System.out.println(refused); }
                    }
                }
                """);
        try (Outside outside = Outside.open()) {
            assertThat(java(outside, source.toString()).waitFor(MINUTES, TimeUnit.MINUTES))
                    .isTrue();
            assertThat(outside.asked())
                    .anyMatch(asked -> asked.contains("one.example"))
                    .anyMatch(asked -> asked.contains("two.example"))
                    .as("a plain socket says hello to SOCKS first")
                    .anyMatch(asked -> asked.startsWith("\u0005"));
        }
    }

    private Process java(Outside outside, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx512m"));
        command.addAll(outside.flags());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of(arguments));
        if (List.of(arguments).contains("serve"))
            command.addAll(List.of(
                    "--server.port=0",
                    "--daybook.security.dev-tokens=true",
                    "--daybook.data-dir=" + folder.resolve("data")));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output").toFile()))
                .start();
    }

    private String refusalOfASecond(Outside outside) throws Exception {
        Process second = java(outside, "-jar", JAR.toString(), "serve");
        assertThat(second.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(second.exitValue()).isEqualTo(2);
        return Files.readString(folder.resolve("output"));
    }

    private String awaitUrl(Process daybook) throws IOException {
        Path told = folder.resolve("data/server.json");
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        while (!Files.exists(told) || Files.size(told) == 0) {
            assertThat(daybook.isAlive())
                    .as(Files.readString(folder.resolve("output")))
                    .isTrue();
            assertThat(System.nanoTime()).as("waited too long for the start").isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
        JsonNode server = JsonMapper.shared().readTree(Files.readString(told));
        return server.path("url").asString();
    }

    private static int status(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
