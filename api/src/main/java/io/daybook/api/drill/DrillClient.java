package io.daybook.api.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client as it should be: what was not answered is asked again, of the next node, under the same idempotency key.
 * Errors: IllegalStateException when a node says no, or when nobody has answered for minutes.
 */
final class DrillClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration FOR_ONE_ANSWER = Duration.ofSeconds(20);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final List<URI> nodes;
    private final Map<String, String> tokens;
    private final AtomicInteger keys = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();

    DrillClient(List<URI> nodes, Map<String, String> tokens) {
        this.nodes = List.copyOf(nodes);
        this.tokens = Map.copyOf(tokens);
    }

    JsonNode get(String role, String path) throws InterruptedException {
        return accepted(send(role, path, "application/json", "GET", BodyPublishers.noBody()));
    }

    JsonNode post(String role, String path, Object body) throws InterruptedException {
        return accepted(tryPost(role, path, body));
    }

    /** The answer, a no included. */
    HttpResponse<String> tryPost(String role, String path, Object body) throws InterruptedException {
        return send(role, path, "application/json", "POST", BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    JsonNode upload(String role, String path, String csv) throws InterruptedException {
        return accepted(send(role, path, "text/csv", "POST", BodyPublishers.ofString(csv)));
    }

    /** The same order to every node at the same moment, each under a key of its own. Errors: IOException, one is not there. */
    Unison everywhere(String role, String path) throws IOException {
        List<Unison.Part> parts = new ArrayList<>();
        for (URI node : nodes)
            parts.add(new Unison.Part(
                    node,
                    "/api/v1" + path,
                    List.of(
                            "Authorization: Bearer " + tokenOf(role),
                            "Content-Type: application/json",
                            "Idempotency-Key: " + newKey())));
        return Unison.of(parts);
    }

    /** Every page of a list. */
    List<JsonNode> all(String role, String path) throws InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(role, path + (path.contains("?") ? "&" : "?") + "limit=500" + cursor);
            page.path("items").forEach(items::add);
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        return items;
    }

    void follow(String role, String operation) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode now = get(role, "/operations/" + operation);
            String status = now.path("status").asString();
            if (status.equals("COMPLETED")) return;
            if (status.equals("FAILED"))
                throw new IllegalStateException("operation " + operation + " failed: " + now.path("errors"));
            pauseUntil(deadline, "operation " + operation);
        }
    }

    void await(String what, BooleanSupplier look) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!look.getAsBoolean()) pauseUntil(deadline, what);
    }

    /** Waits until this node answers requests. */
    void awaitUp(Node node) throws InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(node.url().resolve("/actuator/health/liveness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        await("the start of node " + node.number(), () -> {
            try {
                return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
    }

    private HttpResponse<String> send(String role, String path, String type, String method, BodyPublisher body)
            throws InterruptedException {
        String key = newKey();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            URI node = nodes.get(Math.floorMod(next.get(), nodes.size()));
            try {
                HttpResponse<String> answer = http.send(
                        request(node, role, path, type, key)
                                .method(method, body)
                                .build(),
                        BodyHandlers.ofString());
                if (!isToBeAskedAgain(answer)) return answer;
            } catch (IOException lost) {
                // Nobody knows whether it was carried out: the same key again.
            }
            next.incrementAndGet();
            pauseUntil(deadline, method + " " + path);
        }
    }

    private static boolean isToBeAskedAgain(HttpResponse<String> answer) {
        return answer.statusCode() >= 500
                || answer.statusCode() == 429
                || answer.statusCode() == 409 && answer.body().contains("idempotency-key-in-use");
    }

    private HttpRequest.Builder request(URI node, String role, String path, String type, String key) {
        return HttpRequest.newBuilder(node.resolve("/api/v1" + path))
                .timeout(FOR_ONE_ANSWER)
                .header("Authorization", "Bearer " + tokenOf(role))
                .header("Content-Type", type)
                .header("Idempotency-Key", key);
    }

    private String tokenOf(String role) {
        String token = tokens.get(role);
        if (token == null) throw new IllegalStateException("no token for " + role);
        return token;
    }

    private String newKey() {
        return "drill-" + keys.incrementAndGet();
    }

    static JsonNode read(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static JsonNode accepted(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300)
            throw new IllegalStateException(answer.request().method() + " "
                    + answer.request().uri().getPath() + " answered " + answer.statusCode() + ": " + answer.body());
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private static void pauseUntil(long deadline, String what) throws InterruptedException {
        if (System.nanoTime() > deadline) throw new IllegalStateException(what + " took more than " + PATIENCE);
        Thread.sleep(BETWEEN_TRIES);
    }
}
