package io.daybook.bench;

import io.daybook.api.boot.ServerFile;
import io.daybook.api.postgres.DatabaseAccess;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program as it is shipped: a process of its own, started by its launcher, on the ground's database; and a client of its
 * API. Errors: IllegalStateException on any no.
 */
final class Program implements AutoCloseable {
    static final String MAKER = "finance-maker";
    static final String CHECKER = "finance-checker";
    static final String APPROVER = "approver";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final Process process;
    private final String url;
    private final JsonNode tokens;

    /** @param settings beyond those of the database and the folder */
    Program(DatabaseAccess access, Path folder, List<String> settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                launcher(),
                "serve",
                "--server.port=0",
                "--daybook.data-dir=" + folder,
                "--daybook.security.dev-tokens=true",
                // A few callers ask here for what a thousand would.
                "--daybook.http.requests-per-second=1000000",
                "--daybook.http.burst=1000000",
                "--spring.datasource.url=" + access.url(),
                "--spring.datasource.username=" + access.application().user(),
                "--spring.flyway.user=" + access.owner().user()));
        command.addAll(settings);
        Files.createDirectories(folder);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .put("SPRING_DATASOURCE_PASSWORD", access.application().password());
        builder.environment().put("SPRING_FLYWAY_PASSWORD", access.owner().password());
        process = builder.redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve("output.log").toFile()))
                .start();
        url = awaitAnswering(folder);
        tokens = JSON.readTree(Files.readString(folder.resolve("dev-tokens.json")));
    }

    private static String launcher() {
        return Path.of(System.getProperty("daybook.root"), "daybook").toString();
    }

    private String awaitAnswering(Path folder) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (process.isAlive() && Instant.now().isBefore(end)) {
            Optional<ServerFile> running = ServerFile.in(folder);
            if (running.isPresent()) return running.get().url();
            Thread.sleep(100);
        }
        process.destroy();
        throw new IllegalStateException("the program did not start: " + Files.readString(folder.resolve("output.log")));
    }

    JsonNode post(String role, String path, String body) throws IOException, InterruptedException {
        return post(role, path, "application/json", body);
    }

    JsonNode upload(String role, String path, String csv) throws IOException, InterruptedException {
        return post(role, path, "text/csv", csv);
    }

    private JsonNode post(String role, String path, String type, String body) throws IOException, InterruptedException {
        return send(request(role, path)
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }

    /** Answered once the views show what was acknowledged before it. */
    JsonNode get(String role, String path) throws IOException, InterruptedException {
        return send(request(role, path).GET());
    }

    /** Until it is as wanted; asked ten times a second. */
    JsonNode await(String role, String path, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            JsonNode answer = get(role, path);
            if (wanted.test(answer)) return answer;
            if (answer.path("status").asString().equals("FAILED")) throw new IllegalStateException("failed: " + answer);
            Thread.sleep(100);
        }
        throw new IllegalStateException("waited in vain at " + path + ": " + get(role, path));
    }

    JsonNode awaitCompleted(String role, String path) throws IOException, InterruptedException {
        return await(role, path, answer -> answer.path("status").asString().equals("COMPLETED"));
    }

    private HttpRequest.Builder request(String role, String path) {
        return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                .header("Authorization", "Bearer " + tokens.path(role).asString());
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
