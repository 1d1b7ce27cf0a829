package io.daybook.api.access;

import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls of an operation: right ones, and ones with something wrong about the caller, path, query, headers or body. */
final class RandomCalls {
    private static final List<Principal> EVERYBODY = List.of(Principal.values());
    private static final List<String> JUNK = List.of(
            "",
            "x",
            "0",
            "-1",
            "1.5",
            "null",
            "2026-13-45",
            "2026-01-05",
            "USD",
            "XXX",
            "true",
            "é",
            "a b",
            "%",
            "'",
            "{}",
            "9".repeat(30));
    private static final List<String> MEDIA = List.of(
            "application/json",
            "text/csv",
            "application/pdf",
            "application/x-ndjson",
            "text/event-stream",
            "text/html");

    private final Random random;
    private final Stage stage;

    RandomCalls(Random random, Stage stage) {
        this.random = random;
        this.stage = stage;
    }

    record Call(
            Api caller,
            Principal who,
            String method,
            String path,
            @Nullable String body) {
        Answer send() {
            return caller.send(method, path, body);
        }

        @Override
        public String toString() {
            return who + " " + method + " " + path + " " + body;
        }
    }

    /** @param right as the table has it, by somebody who may */
    Call next(MatrixRow row, JsonNode operation, boolean right) {
        Principal who = right ? successful(row) : random.nextInt(4) > 0 ? allowed(row) : one(EVERYBODY);
        Api caller = stage.as(who);
        String path = path(row, right);
        if (!right) {
            path += query(operation.path("parameters"), row.query());
            caller = headers(caller);
        } else {
            path += row.query();
        }
        String body = row.body().isEmpty() ? null : Bodies.filled(row.body(), stage);
        if (row.body().equals("${roster}")) caller = caller.with("Content-Type", "text/csv");
        if (!right && body != null) body = spoilt(body);
        if (!right && body == null && !row.method().equals("GET") && random.nextInt(4) == 0)
            body = one(List.of("{", "{\"x\": 1}", "[]", "7"));
        return new Call(caller, who, row.method(), path.substring("/api/v1".length()), body);
    }

    /** The first who is answered with a success, if anybody is. */
    private Principal successful(MatrixRow row) {
        return EVERYBODY.stream()
                .filter(principal -> row.statuses().get(principal.ordinal()) < 300)
                .findFirst()
                .orElseGet(() -> allowed(row));
    }

    private Principal allowed(MatrixRow row) {
        return one(EVERYBODY.stream()
                .filter(principal -> row.statuses().get(principal.ordinal()) != 401)
                .filter(principal -> row.statuses().get(principal.ordinal()) != 403)
                .toList());
    }

    private String path(MatrixRow row, boolean right) {
        String path = row.path(stage);
        if (right || row.objects().isEmpty() || random.nextInt(3) > 0) return path;
        String object = row.objects().getFirst();
        String other = random.nextBoolean()
                ? one(List.copyOf(stage.objects.values())).replaceAll("\\s.*", "")
                : one(List.of("x", "0", "nonsense", "contractor-", "2026-13", "%20", "é"));
        return path.replace(stage.objects.getOrDefault(object, object), encoded(other));
    }

    private String query(JsonNode parameters, String usual) {
        StringBuilder query = new StringBuilder(random.nextInt(4) > 0 ? usual : "");
        for (JsonNode parameter : parameters) {
            if (!parameter.path("in").asString().equals("query") || random.nextInt(3) > 0) continue;
            String value = random.nextInt(3) > 0 && parameter.has("example")
                    ? parameter.path("example").asString()
                    : one(JUNK);
            query.append(query.isEmpty() ? '?' : '&')
                    .append(parameter.path("name").asString())
                    .append('=')
                    .append(encoded(value));
        }
        return query.toString();
    }

    private Api headers(Api caller) {
        return switch (random.nextInt(12)) {
            case 0 -> caller.with("Idempotency-Key", "é");
            case 1 -> caller.with("Idempotency-Key", "the-same");
            case 2 -> caller.with("Content-Type", one(List.of("text/plain", "application/xml", "nonsense")));
            case 3, 4 -> caller.with("Accept", one(MEDIA));
            case 5 -> caller.with("Daybook-Min-Position", one(List.of("1", "-1", "soon", "9".repeat(30))));
            default -> caller;
        };
    }

    /** A field less, a field more, another value, or no JSON at all. */
    private String spoilt(String body) {
        if (!body.startsWith("{")) return random.nextBoolean() ? body : body.substring(0, body.length() / 2);
        if (random.nextInt(8) == 0) return one(List.of("", "{", "[]", "null", "7", body + body));
        ObjectNode object = (ObjectNode) JsonMapper.shared().readTree(body);
        List<String> names = List.copyOf(object.propertyNames());
        if (names.isEmpty() || random.nextInt(5) == 0)
            return object.put("colour", "red").toString();
        String name = one(names);
        if (object.get(name) instanceof ObjectNode inner && !inner.isEmpty() && random.nextBoolean())
            replace(inner, one(List.copyOf(inner.propertyNames())));
        else replace(object, name);
        return object.toString();
    }

    private void replace(ObjectNode object, String name) {
        switch (random.nextInt(7)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.put(name, random.nextLong());
            case 3 -> object.put(name, -random.nextInt(100));
            case 4 -> object.put(name, one(JUNK));
            case 5 -> object.set(name, JsonMapper.shared().createArrayNode().add(one(JUNK)));
            default -> object.put(name, random.nextDouble());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
