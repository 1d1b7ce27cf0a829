package io.daybook.api.http.document;

import io.daybook.api.security.Route;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** With which codes an operation can be refused: those that all of its kind share. */
final class RefusalCodes {
    private static final List<String> OF_ALL =
            List.of("bad-request", "bad-parameter", "unauthorized", "rate-limited", "internal", "unavailable");
    private static final List<String> OF_QUERIES = List.of("unknown-parameter", "duplicate-parameter");
    private static final List<String> OF_GUARDED = List.of("forbidden", "projection-behind");
    private static final List<String> OF_WRITES =
            List.of("bad-idempotency-key", "idempotency-key-in-use", "idempotency-key-reused", "erased");
    private static final List<String> OF_BODIES =
            List.of("bad-json", "unknown-field", "wrong-type", "too-large", "unsupported-media", "request-timeout");
    private static final List<String> OF_JSON = List.of("duplicate-field", "missing-field", "bad-value");
    private static final List<String> OF_FILES =
            List.of("bad-value", "too-large", "unsupported-media", "idempotency-key-reused", "request-timeout");

    private RefusalCodes() {}

    /** @param own what this one is refused with beside those */
    static Collection<String> of(String method, String path, Operation operation, Route route, List<String> own) {
        TreeSet<String> codes = new TreeSet<>(own);
        codes.addAll(OF_ALL);
        if (!path.startsWith("/webhooks/")) codes.addAll(OF_QUERIES);
        if (path.contains("{")) codes.add("not-found");
        if (has(operation, "If-Match")) codes.add("precondition-failed");
        if (hasContent(operation)) codes.add("not-acceptable");
        if (!route.open()) codes.addAll(OF_GUARDED);
        if (route.keyed()) codes.add("idempotency-key-required");
        if (!method.equals("GET")) written(operation.getRequestBody(), route, codes);
        else if (has(operation, "cursor")) codes.add("bad-cursor");
        return codes;
    }

    private static void written(@Nullable RequestBody body, Route route, Collection<String> codes) {
        boolean file = body != null && body.getContent().containsKey("text/csv");
        if (!route.open()) codes.addAll(OF_WRITES);
        codes.addAll(file ? OF_FILES : OF_BODIES);
        if (body != null && !file) codes.addAll(OF_JSON);
    }

    private static boolean has(Operation operation, String parameter) {
        return operation.getParameters().stream().anyMatch(one -> parameter.equals(one.getName()));
    }

    private static boolean hasContent(Operation operation) {
        return operation.getResponses().values().stream().anyMatch(response -> response.getContent() != null);
    }
}
