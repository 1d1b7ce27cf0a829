package io.daybook.bench;

import io.daybook.api.postgres.DatabaseAccess;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The seconds from the start of a process until it answers that it is ready. Both programs have an AOT cache and the same options. */
final class Starts implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String READY = "/actuator/health/readiness";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path root = Path.of(System.getProperty("daybook.root"));
    private final Path folder;
    private final List<String> nothing;

    /** Builds ours, and trains the program without code, whose database is the ground's. */
    Starts(Ground ground) throws IOException, InterruptedException {
        folder = Files.createTempDirectory("daybook-bench-starts");
        List<String> options = optionsOfOurs(ground.access());
        Path lib = root.resolve("target").resolve(build()).resolve("lib");
        Path cache = folder.resolve("nothing.aot");
        nothing = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        nothing.addAll(options);
        nothing.addAll(List.of("-Xlog:aot=off", "-cp", jar() + ":" + lib + "/*"));
        secondsOf(ground.access(), with("-XX:AOTCacheOutput=" + cache));
        if (!Files.exists(cache)) throw new IllegalStateException("no AOT cache came of the training");
        nothing.add(1, "-XX:AOTCache=" + cache);
    }

    /** Ours, through its launcher, on an external database. */
    double ours(DatabaseAccess access) throws IOException, InterruptedException {
        return secondsOf(access, oursAt());
    }

    /** A program with the same libraries and no code of its own. */
    double nothing(DatabaseAccess access) throws IOException, InterruptedException {
        return secondsOf(access, with());
    }

    private List<String> oursAt() throws IOException {
        return List.of(
                root.resolve("daybook").toString(),
                "serve",
                "--daybook.data-dir=" + Files.createTempDirectory(folder, "ours"),
                "--daybook.security.dev-tokens=true");
    }

    private List<String> with(String... options) {
        List<String> command = new ArrayList<>(nothing);
        command.addAll(1, List.of(options));
        command.addAll(List.of("io.daybook.bench.nothing.NothingYet", "--spring.flyway.enabled=false"));
        return command;
    }

    private String build() throws IOException {
        return Files.readString(root.resolve("target/daybook-build")).strip();
    }

    private String jar() throws IOException {
        try (var files = Files.list(root.resolve("bench/target"))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith("SNAPSHOT.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What the launcher gives to the JVM on this machine. */
    private List<String> optionsOfOurs(DatabaseAccess access) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>();
        started(access, oursAt(), process -> {
            List<String> arguments = List.of(process.info().arguments().orElseThrow());
            for (String argument : arguments.subList(0, arguments.indexOf("-jar")))
                if (!argument.startsWith("-XX:AOTCache")) options.add(argument);
        });
        return options;
    }

    private double secondsOf(DatabaseAccess access, List<String> command) throws IOException, InterruptedException {
        return started(access, command, process -> {});
    }

    @FunctionalInterface
    private interface Look {
        void at(Process process);
    }

    private double started(DatabaseAccess access, List<String> command, Look look)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(
                "--server.port=" + port,
                "--spring.datasource.url=" + access.url(),
                "--spring.datasource.username=" + access.application().user(),
                "--spring.flyway.user=" + access.owner().user()));
        ProcessBuilder builder = new ProcessBuilder(whole);
        builder.environment()
                .put("SPRING_DATASOURCE_PASSWORD", access.application().password());
        builder.environment().put("SPRING_FLYWAY_PASSWORD", access.owner().password());
        builder.redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve("output.log").toFile()));
        long began = System.nanoTime();
        Process process = builder.start();
        try {
            awaitAnswer(process, port, began);
            double seconds = (System.nanoTime() - began) / 1e9;
            look.at(process);
            return seconds;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** A program that asks for a token first, as the one without code does, is as ready. */
    private void awaitAnswer(Process process, int port, long began) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + READY))
                .build();
        while (process.isAlive() && System.nanoTime() - began < PATIENCE.toNanos()) {
            Optional<Integer> status = ask(request);
            if (status.isPresent() && (status.get() == 200 || status.get() == 401)) return;
            Thread.sleep(5);
        }
        throw new IllegalStateException("did not start: " + Files.readString(folder.resolve("output.log")));
    }

    private Optional<Integer> ask(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            return Optional.of(answer.statusCode());
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
