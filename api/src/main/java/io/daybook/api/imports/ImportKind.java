package io.daybook.api.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file brings. */
public enum ImportKind {
    ROSTER,
    TIME;

    /** The name clients use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ImportKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
