package io.daybook.rail.simulator;

import org.jspecify.annotations.Nullable;

/** What the provider answers to an {@link Order}. */
sealed interface Reply {
    record Done(Thing thing) implements Reply {}

    /** {@code type} and {@code code} as Stripe names them; {@code status} is HTTP's. */
    record Failed(
            int status,
            String type,
            @Nullable String code,
            @Nullable String param,
            String message) implements Reply {}

    /** What the caller gets, and what happens to it on the way. */
    record Delivered(Reply reply, @Nullable Fault fault) {}

    static Failed invalid(int status, @Nullable String code, @Nullable String param, String message) {
        return new Failed(status, "invalid_request_error", code, param, message);
    }

    static Failed missing(String param, String what, String id) {
        return invalid(param.equals("id") ? 404 : 400, "resource_missing", param, "No such " + what + ": '" + id + "'");
    }

    static Failed noAccess(String account) {
        return invalid(
                403,
                "account_invalid",
                null,
                "The provided key does not have access to account '" + account
                        + "' (or that account does not exist). Application access may have been revoked.");
    }

    static Failed insufficient() {
        return invalid(
                400, "balance_insufficient", null, "You have insufficient available funds in your Stripe account.");
    }

    static Failed otherContent(String key) {
        return new Failed(
                400,
                "idempotency_error",
                null,
                null,
                "Keys for idempotent requests can only be used with the same parameters they were first used with."
                        + " Try using a key other than '" + key + "' if you meant to execute a different request.");
    }

    /** What the provider says to a request that it turns away before looking at it, or after breaking down over it. */
    static Failed turnedAway(Fault fault) {
        return switch (fault) {
            case RATE_LIMITED -> invalid(429, "rate_limit", null, "Too many requests hit the API too quickly.");
            case CONFLICT ->
                new Failed(409, "idempotency_error", "idempotency_key_in_use", null, "Another request holds this key.");
            case BAD_KEY -> invalid(401, null, null, "Invalid API Key provided.");
            case FORBIDDEN -> invalid(403, null, null, "The provided key does not have the required permissions.");
            case RESET, LOST, TIMEOUT, CUT, GARBAGE, BAD_GATEWAY, SAVED_500, SAVED_500_AFTER, DELAYED ->
                new Failed(500, "api_error", null, null, "An error occurred. Our engineers have been notified.");
        };
    }
}
