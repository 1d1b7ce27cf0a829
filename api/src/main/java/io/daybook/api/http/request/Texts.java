package io.daybook.api.http.request;

import io.daybook.api.http.problem.ProblemException;
import io.daybook.kernel.Printed;
import org.jspecify.annotations.Nullable;

/** Texts of bodies: trimmed, not blank where they are required, and not endless. */
public final class Texts {
    private Texts() {}

    /** Errors: {@code bad-value} at the pointer when it is blank or longer than {@code most} characters. */
    public static String required(String pointer, String text, int most) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) throw ProblemException.at(pointer, "bad-value", "This cannot be blank.");
        return limited(pointer, trimmed, most);
    }

    /**
     * One by which something is found again. Errors: as {@link #required}, and {@code bad-value} where it is not {@link Printed}.
     */
    public static String identifier(String pointer, String text, int most) {
        String given = required(pointer, text, most);
        if (!Printed.is(given))
            throw ProblemException.at(pointer, "bad-value", "This holds a character that is not printed.");
        return given;
    }

    /** As {@link #identifier}; null where it is missing or blank. */
    public static @Nullable String optionalIdentifier(String pointer, @Nullable String text, int most) {
        return text == null || text.isBlank() ? null : identifier(pointer, text, most);
    }

    /** Null where it is missing or blank. */
    public static @Nullable String optional(String pointer, @Nullable String text, int most) {
        return text == null || text.isBlank() ? null : limited(pointer, text.strip(), most);
    }

    private static String limited(String pointer, String text, int most) {
        if (text.length() > most)
            throw ProblemException.at(pointer, "bad-value", "This holds at most " + most + " characters.");
        return text;
    }
}
