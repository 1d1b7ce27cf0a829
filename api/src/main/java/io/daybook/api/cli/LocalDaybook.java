package io.daybook.api.cli;

import io.daybook.api.boot.DaybookServer;
import io.daybook.api.boot.ServerFile;
import io.daybook.api.boot.Settings;
import io.daybook.api.postgres.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Daybook of a data folder, reached through its API: the one that runs, or one started for as long as this is open.
 * What proves that the caller may is the nonce in the folder, which only its owner can read.
 */
final class LocalDaybook implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ServerFile file;
    private final @Nullable DaybookServer own;

    private LocalDaybook(ServerFile file, @Nullable DaybookServer own) {
        this.file = file;
        this.own = own;
    }

    static LocalDaybook open(Settings settings) {
        Optional<ServerFile> running = ServerFile.in(settings.daybook().dataDir());
        if (running.isPresent()) return new LocalDaybook(running.get(), null);
        DaybookServer own = DaybookServer.startForThisCommand(settings);
        return new LocalDaybook(
                ServerFile.in(settings.daybook().dataDir())
                        .orElseThrow(() -> new CannotStart("server.json is missing.")),
                own);
    }

    /** One that has kept books before: nothing is made where there are none. Errors: CannotStart, which says where it looked. */
    static LocalDaybook existing(Settings settings) {
        Path folder = settings.daybook().dataDir();
        boolean elsewhere = settings.text("spring.datasource.url").isPresent();
        boolean isRunning = ServerFile.in(folder).isPresent();
        if (!isRunning && !elsewhere && !Files.isDirectory(folder.resolve("postgres")))
            throw new CannotStart("There is no Daybook in " + folder + ": name its folder with --daybook.data-dir.");
        return open(settings);
    }

    JsonNode get(String path) {
        return JSON.readTree(text(request(path).GET()));
    }

    /** Passes a text on as it comes in, however long it is. */
    void copyLines(String path, PrintWriter out) {
        try (Stream<String> lines = lines(request(path).GET())) {
            lines.forEach(out::println);
        }
    }

    /** One line each, as they come in. Errors: CannotStart for a refusal, UncheckedIOException where it breaks off. */
    Stream<String> ndjson(String path) {
        return lines(request(path).header("Accept", "application/x-ndjson").GET());
    }

    /** The bytes as they come in. Errors as of {@link #ndjson}. */
    void copy(String path, String accept, OutputStream out) {
        try {
            HttpResponse<InputStream> answer =
                    http.send(request(path).header("Accept", accept).GET().build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() >= 300) throw refused(JSON.readTree(body));
                body.transferTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted.", e);
        }
    }

    void delete(String path) {
        text(request(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .DELETE());
    }

    JsonNode post(String path, String contentType, BodyPublisher body) {
        return JSON.readTree(text(request(path)
                .header("Content-Type", contentType)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(body)));
    }

    JsonNode post(String path) {
        return post(path, "{}");
    }

    JsonNode post(String path, String json) {
        return post(path, "application/json", BodyPublishers.ofString(json));
    }

    /** Looks at an operation until it has ended; hears of each look. */
    JsonNode follow(String operation, Consumer<JsonNode> onLook) throws InterruptedException {
        while (true) {
            JsonNode now = get("/operations/" + operation);
            onLook.accept(now);
            if (!"RUNNING".equals(now.path("status").asString())) return now;
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(file.url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + file.nonce());
    }

    private String text(HttpRequest.Builder builder) {
        try (Stream<String> lines = lines(builder)) {
            return lines.collect(Collectors.joining("\n"));
        }
    }

    /** Errors: CannotStart with the problem's code and detail. */
    private Stream<String> lines(HttpRequest.Builder builder) {
        try {
            HttpResponse<Stream<String>> answer = http.send(builder.build(), BodyHandlers.ofLines());
            if (answer.statusCode() < 300) return answer.body();
            throw refused(JSON.readTree(answer.body().collect(Collectors.joining("\n"))));
        } catch (IOException e) {
            throw new CannotStart("Daybook does not answer at " + file.url() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted.", e);
        }
    }

    private static CannotStart refused(JsonNode problem) {
        return new CannotStart(
                problem.path("code").asString() + ": " + problem.path("detail").asString());
    }

    @Override
    public void close() {
        if (own != null) own.close();
    }
}
