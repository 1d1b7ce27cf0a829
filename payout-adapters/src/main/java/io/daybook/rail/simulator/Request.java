package io.daybook.rail.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * An HTTP request as the provider reads it.
 *
 * @param path its segments, {@code [v1, transfers, tr_1…]}
 * @param parameters of the query and the form, with their brackets: {@code metadata[payout]}
 */
record Request(
        String method,
        List<String> path,
        Optional<String> account,
        Optional<String> key,
        Optional<String> version,
        Optional<String> authorization,
        String query,
        String form,
        Map<String, String> parameters) {

    static Request read(HttpExchange exchange) throws IOException {
        String raw = exchange.getRequestURI().getRawQuery();
        String query = raw == null ? "" : raw;
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Map<String, String> parameters = new HashMap<>();
        decode(query, parameters);
        decode(form, parameters);
        String path = exchange.getRequestURI().getPath();
        return new Request(
                exchange.getRequestMethod(),
                List.of(path.substring(1).split("/")),
                header(exchange, "Stripe-Account"),
                header(exchange, "Idempotency-Key"),
                header(exchange, "Stripe-Version"),
                header(exchange, "Authorization"),
                query,
                form,
                parameters);
    }

    /** Matches {@code "GET /v1/transfers/*"}; a star stands for any segment. */
    boolean is(String route) {
        String[] parts = route.split(" /|/");
        if (parts.length != path.size() + 1 || !parts[0].equals(method)) return false;
        for (int i = 1; i < parts.length; i++)
            if (!parts[i].equals("*") && !parts[i].equals(path.get(i - 1))) return false;
        return true;
    }

    String segment(int index) {
        return path.get(index);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    String needed(String name) {
        return text(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new Refusal(
                        Reply.invalid(400, "parameter_missing", name, "Missing required param: " + name + ".")));
    }

    Optional<Long> number(String name) {
        try {
            return text(name).map(Long::parseLong);
        } catch (NumberFormatException e) {
            throw new Refusal(Reply.invalid(400, "parameter_invalid_integer", name, "Invalid integer: " + name));
        }
    }

    long neededNumber(String name) {
        needed(name);
        return number(name).orElseThrow();
    }

    Thing.Labels labels() {
        Map<String, String> metadata = new HashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith("metadata[")) metadata.put(name.substring(9, name.length() - 1), value);
        });
        return new Thing.Labels(parameters.get("description"), Map.copyOf(metadata));
    }

    /** The {@code created} filter of lists: an exact second or bounds. */
    LongPredicate created() {
        Optional<Long> exactly = number("created");
        long from = Math.max(
                number("created[gte]").orElse(Long.MIN_VALUE),
                number("created[gt]").map(bound -> bound + 1).orElse(Long.MIN_VALUE));
        long to = Math.min(
                number("created[lte]").orElse(Long.MAX_VALUE),
                number("created[lt]").map(bound -> bound - 1).orElse(Long.MAX_VALUE));
        return created -> exactly.map(second -> second == created).orElse(from <= created && created <= to);
    }

    /** Whether {@code expand[]} names this field. */
    boolean expands(String field) {
        return parameters.entrySet().stream()
                .anyMatch(each ->
                        each.getKey().startsWith("expand[") && each.getValue().equals(field));
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    private static void decode(String form, Map<String, String> into) {
        if (form.isEmpty()) return;
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0)
                into.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        }
    }
}
