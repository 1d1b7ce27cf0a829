package io.daybook.api.http.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which HTTP status each code answers with: the only place that knows. */
public final class ProblemStatus {
    private static final Map<String, Integer> BY_CODE = new HashMap<>();

    static {
        all(400, List.of("bad-request", "bad-json", "unknown-field", "duplicate-field", "missing-field", "wrong-type"));
        all(400, List.of("bad-value", "bad-parameter", "missing-parameter", "bad-cursor", "bad-signature"));
        all(400, List.of("address-refused"));
        all(400, List.of("role-of-people"));
        all(400, List.of("unknown-parameter", "duplicate-parameter"));
        all(400, List.of("idempotency-key-required", "bad-idempotency-key"));
        all(400, List.of("not-positive", "unsupported-currency", "bad-date", "bad-duration", "over-24h"));
        all(401, List.of("unauthorized"));
        all(403, List.of("forbidden", "needs-second-person", "not-the-owner"));
        all(404, List.of("not-found"));
        all(405, List.of("method-not-allowed"));
        all(406, List.of("not-acceptable"));
        all(408, List.of("request-timeout"));
        all(409, List.of("stale-revision", "content-changed", "illegal-state", "idempotency-key-in-use"));
        all(409, List.of("not-sealed-yet", "engagement-exists"));
        all(409, List.of("reference-taken", "rate-conflict", "period-locked", "overlap", "history-incomplete"));
        all(410, List.of("erased"));
        all(412, List.of("precondition-failed"));
        all(413, List.of("too-large"));
        all(415, List.of("unsupported-media"));
        all(422, List.of("insufficient-available", "insufficient-funding", "limit-exceeded", "unbalanced"));
        all(422, List.of("idempotency-key-reused", "currency-mismatch", "over-cap", "no-rate", "not-payable"));
        all(422, List.of("nothing-to-pay"));
        all(429, List.of("rate-limited"));
        all(500, List.of("internal", "statement-differs"));
        all(503, List.of("unavailable", "projection-behind"));
    }

    private ProblemStatus() {}

    /** Empty for a code that was never given a status. */
    public static Optional<Integer> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The status of a rule's no. A code without one is our mistake, not the caller's; it still answers as a conflict. */
    public static int of(String code) {
        return find(code).orElse(409);
    }

    /** Every code there is, for the API document. */
    public static Set<String> codes() {
        return Set.copyOf(BY_CODE.keySet());
    }

    /** The code of an error that only its status is known of. */
    static String codeOf(int status) {
        return switch (status) {
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 408 -> "request-timeout";
            case 409 -> "illegal-state";
            case 413 -> "too-large";
            case 415 -> "unsupported-media";
            case 429 -> "rate-limited";
            case 503 -> "unavailable";
            default -> status >= 500 ? "internal" : "bad-request";
        };
    }

    private static void all(int status, List<String> codes) {
        for (String code : codes)
            if (BY_CODE.put(code, status) != null) throw new IllegalStateException(code + " has two statuses");
    }
}
