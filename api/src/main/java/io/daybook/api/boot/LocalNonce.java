package io.daybook.api.boot;

/** Fresh per start, and written to {@code server.json} only: who can name it can read the data folder. */
public record LocalNonce(String value) {
    @Override
    public String toString() {
        return "LocalNonce";
    }
}
