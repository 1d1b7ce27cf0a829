package io.daybook.statement;

import io.daybook.kernel.Hash;
import java.util.Optional;

/** A statement that was issued, named after the request for it. */
public record StatementId(String value) {
    private static final String PREFIX = "statement-";

    public StatementId {
        if (!isId(value)) throw new IllegalArgumentException("not a statement's id");
    }

    public static StatementId of(String request) {
        return new StatementId(PREFIX + Hash.shortKey("statement", request));
    }

    public static Optional<StatementId> read(String text) {
        return isId(text) ? Optional.of(new StatementId(text)) : Optional.empty();
    }

    private static boolean isId(String text) {
        return text.startsWith(PREFIX) && text.length() > PREFIX.length();
    }
}
