package io.daybook.api.http.problem;

/** What to tell people where the code is all that is known. */
final class Sentences {
    private Sentences() {}

    static String of(String code) {
        return switch (code) {
            case "unauthorized" -> "This needs a valid bearer token.";
            case "forbidden" -> "Your roles do not allow this.";
            case "not-found" -> "There is nothing here.";
            case "method-not-allowed" -> "This path does not take that method.";
            case "not-acceptable" -> "This cannot be written in the media type asked for.";
            case "request-timeout" -> "The request did not come in time.";
            case "too-large" -> "The body is larger than this path takes.";
            case "unsupported-media" -> "This path does not read that media type.";
            case "rate-limited" -> "Too many requests: wait a moment and try again.";
            case "unavailable" -> "Daybook cannot answer just now: try again in a moment.";
            case "internal" -> "Something went wrong on our side; quote the instance when you report it.";
            default -> "The request cannot be understood.";
        };
    }
}
