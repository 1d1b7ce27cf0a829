package io.daybook.api.http.problem;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may stand in a place, in words. */
final class Expected {
    private Expected() {}

    /** What a parameter of that type is: the end of a sentence about it. */
    static String of(@Nullable Class<?> type) {
        if (type == null) return "cannot be read";
        if (type.isEnum()) return "is " + words(type);
        if (type == boolean.class || type == Boolean.class) return "is true or false";
        if (type == LocalDate.class) return "is a date as YYYY-MM-DD";
        if (type == Currency.class) return "is a currency code such as USD";
        return Number.class.isAssignableFrom(type) || type.isPrimitive() ? "is a whole number" : "cannot be read";
    }

    /** Every word of an enumeration. */
    static String words(Class<?> type) {
        return "one of "
                + Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
    }
}
