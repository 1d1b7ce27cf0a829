package io.daybook.api.http.document;

import java.util.List;
import java.util.Map;

/** With which statuses an order is answered where it is not 200 alone. */
final class Successes {
    private static final Map<String, List<Integer>> BY_ORDER = Map.ofEntries(
            Map.entry("POST /contractors", List.of(201)),
            Map.entry("PUT /contractors/{id}/payout-destination", List.of(200, 202)),
            Map.entry("POST /contractors/{id}/holds", List.of(201)),
            Map.entry("DELETE /contractors/{id}/holds/{holdId}", List.of(204)),
            Map.entry("POST /contractors/{id}/statements", List.of(201)),
            Map.entry("POST /engagements", List.of(201)),
            Map.entry("POST /engagements/{id}/rates", List.of(201)),
            Map.entry("POST /timesheets", List.of(201)),
            Map.entry("POST /timesheets/{id}/entries", List.of(201)),
            Map.entry("POST /timesheets/submissions", List.of(202)),
            Map.entry("POST /timesheets/approvals", List.of(202)),
            Map.entry("POST /adjustments", List.of(201, 202)),
            Map.entry("POST /access/{subject}/grants", List.of(202)),
            Map.entry("POST /api-keys", List.of(201)),
            Map.entry("POST /imports", List.of(202)),
            Map.entry("POST /replays", List.of(202)),
            Map.entry("POST /audit/replays", List.of(202)),
            Map.entry("DELETE /audit/replays/{schema}", List.of(204)),
            Map.entry("POST /webhook-endpoints", List.of(201)),
            Map.entry("DELETE /webhook-endpoints/{id}", List.of(204)),
            Map.entry("POST /webhook-endpoints/{id}/ping", List.of(202)),
            Map.entry("POST /webhook-endpoints/{id}/replay", List.of(202)),
            Map.entry("POST /funding", List.of(201)),
            Map.entry("POST /payout-batches", List.of(201)),
            Map.entry("POST /payout-batches/{id}/release", List.of(202)),
            Map.entry("POST /accounting-periods/{id}/close", List.of(200, 202)),
            Map.entry("POST /accounting-periods/{id}/reopen", List.of(200, 202)),
            Map.entry("GET /operations/{id}/stream", List.of(200, 204)));

    private Successes() {}

    /** @param path below {@code /api/v1} */
    static List<Integer> of(String method, String path) {
        return BY_ORDER.getOrDefault(method + " " + path, List.of(200));
    }

    static String sentence(int status) {
        return switch (status) {
            case 201 -> "It is made.";
            case 202 -> "It is taken, and goes on or waits for a second person.";
            case 204 -> "There is nothing more to say.";
            default -> "As asked for.";
        };
    }
}
