package io.daybook.api.http.problem;

import io.daybook.api.http.json.BadField;
import io.daybook.api.http.problem.Problem.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with a JSON body, and where, in words that name neither classes nor the values sent. */
final class BodyFaults {
    private BodyFaults() {}

    static Field of(@Nullable Throwable cause) {
        return switch (cause) {
            case BadField e -> new Field(pointer(e), e.code(), e.detail());
            case UnrecognizedPropertyException e ->
                new Field(pointer(e), "unknown-field", "There is no field " + e.getPropertyName() + " here.");
            case ValueInstantiationException e -> new Field(pointer(e), "bad-value", "This value is not possible.");
            case InvalidFormatException e
            when !isScalar(e.getTargetType()) ->
                new Field(pointer(e), "bad-value", "This value cannot be read: expected " + name(e) + ".");
            case MismatchedInputException e -> mismatch(e);
            case InputCoercionException e -> new Field(at(e), "bad-value", "This number is out of range.");
            case StreamReadException e -> syntax(e);
            case null, default -> new Field("", "bad-json", "The body is not JSON.");
        };
    }

    private static Field mismatch(MismatchedInputException e) {
        String message = e.getOriginalMessage();
        if (message.startsWith("Missing required") || message.startsWith("Null value for"))
            return new Field(pointer(e), "missing-field", "This field is required.");
        if (message.startsWith("Invalid `null` value encountered"))
            return new Field(pointer(e), "missing-field", "This field is required and cannot be null.");
        if (message.startsWith("Trailing token"))
            return new Field("", "bad-json", "The body goes on after its JSON value.");
        if (message.startsWith("No content to map")) return new Field("", "bad-json", "The body is empty.");
        return new Field(pointer(e), "wrong-type", "This has the wrong type: expected " + name(e) + ".");
    }

    private static Field syntax(StreamReadException e) {
        return e.getOriginalMessage().startsWith("Duplicate")
                ? new Field(at(e), "duplicate-field", "This field is given twice.")
                : new Field(at(e), "bad-json", "The body is not valid JSON from here on.");
    }

    private static String at(StreamReadException e) {
        return e.processor() instanceof JsonParser parser
                ? parser.streamReadContext().pathAsPointer().toString()
                : "";
    }

    private static boolean isScalar(@Nullable Class<?> type) {
        return type != null && (type.isPrimitive() || Number.class.isAssignableFrom(type) || type == String.class);
    }

    private static String pointer(JacksonException e) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? Integer.toString(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String name(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        if (type == null) return "something else";
        if (type == long.class || type == int.class || type == Long.class || type == Integer.class)
            return "a whole number";
        if (type == boolean.class || type == Boolean.class) return "true or false";
        if (CharSequence.class.isAssignableFrom(type)) return "text";
        if (Iterable.class.isAssignableFrom(type) || type.isArray()) return "a list";
        return switch (type.getName()) {
            case "java.time.Instant", "java.time.OffsetDateTime" -> "an RFC 3339 time with offset";
            case "java.time.LocalDate" -> "a date as YYYY-MM-DD";
            default -> type.isEnum() ? Expected.words(type) : "an object";
        };
    }
}
