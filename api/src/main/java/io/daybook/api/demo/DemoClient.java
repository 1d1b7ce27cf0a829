package io.daybook.api.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's side of the public API: plain HTTP with a role's token, nothing that another client could not do. */
final class DemoClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final Map<String, String> tokens;
    private final String keyPrefix;
    private int keys;

    /** @param tokens bearer tokens by role @param keyPrefix makes this run's idempotency keys its own */
    DemoClient(URI base, Map<String, String> tokens, String keyPrefix) {
        this.base = base;
        this.tokens = tokens;
        this.keyPrefix = keyPrefix;
    }

    JsonNode get(String role, String path) {
        return send(request(role, path).GET());
    }

    JsonNode post(String role, String path, Object body) {
        return send(request(role, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", keyPrefix + "-" + ++keys)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    JsonNode upload(String role, String path, Path csv) {
        return send(request(role, path)
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", keyPrefix + "-" + ++keys)
                .POST(file(csv)));
    }

    /** Follows an operation until it has ended; hears of each change. Errors: IllegalStateException when it failed. */
    JsonNode follow(String role, String operation, Consumer<JsonNode> onProgress) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode now = get(role, "/operations/" + operation);
            onProgress.accept(now);
            switch (now.path("status").asString()) {
                case "COMPLETED" -> {
                    return now;
                }
                case "FAILED" ->
                    throw new IllegalStateException("operation " + operation + " failed: " + now.path("errors"));
                default -> pauseUntil(deadline, "operation " + operation);
            }
        }
    }

    /** Looks until it is true. Errors: IllegalStateException when it never is. */
    void await(String what, BooleanSupplier look) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!look.getAsBoolean()) pauseUntil(deadline, what);
    }

    private static void pauseUntil(long deadline, String what) throws InterruptedException {
        if (System.nanoTime() > deadline) throw new IllegalStateException(what + " took more than " + PATIENCE);
        Thread.sleep(BETWEEN_LOOKS);
    }

    private HttpRequest.Builder request(String role, String path) {
        String token = tokens.get(role);
        if (token == null) throw new IllegalStateException("no token for " + role);
        return HttpRequest.newBuilder(base.resolve("/api/v1" + path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300)
                throw new IllegalStateException(request.method() + " "
                        + request.uri().getPath() + " answered " + answer.statusCode() + ": " + answer.body());
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri().getPath() + " could not be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demo was interrupted", e);
        }
    }

    private static BodyPublisher file(Path path) {
        try {
            return BodyPublishers.ofFile(path);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }
}
