package io.daybook.api.http.json;

import io.daybook.calendar.BookYears;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Times as they are written in bodies and queries, and nothing but that, in {@link BookYears}; empty for everything else.
 */
public final class BookTimes {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{5,8}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern DURATION = Pattern.compile("[-+]?P[-+0-9DTHMS.]+");

    private BookTimes() {}

    /** {@code YYYY-MM-DD}. */
    public static Optional<LocalDate> date(String text) {
        return BookTimes.<LocalDate>read(text, DATE, LocalDate::parse).filter(BookYears::hold);
    }

    /** RFC 3339 with an offset. */
    public static Optional<Instant> instant(String text) {
        return BookTimes.<OffsetDateTime>read(text, INSTANT, OffsetDateTime::parse)
                .map(time -> time.withOffsetSameInstant(ZoneOffset.UTC))
                .filter(time -> time.getYear() >= BookYears.FIRST && time.getYear() <= BookYears.LAST)
                .map(OffsetDateTime::toInstant);
    }

    /** ISO 8601, in days and smaller. */
    static Optional<Duration> duration(String text) {
        return read(text, DURATION, Duration::parse);
    }

    private static <T> Optional<T> read(String text, Pattern form, Function<String, T> parse) {
        if (!form.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("times");
        module.addDeserializer(
                LocalDate.class,
                new Reader<>(LocalDate.class, BookTimes::date, "a date as YYYY-MM-DD, from 1900 to 9998"));
        module.addDeserializer(
                Instant.class,
                new Reader<>(Instant.class, BookTimes::instant, "an RFC 3339 time with offset, from 1900 to 9999"));
        module.addDeserializer(
                Duration.class, new Reader<>(Duration.class, BookTimes::duration, "a duration such as PT25H"));
        return module;
    }

    private static final class Reader<T> extends StdDeserializer<T> {
        private final transient Function<String, Optional<T>> read;
        private final String expected;

        Reader(Class<T> type, Function<String, Optional<T>> read, String expected) {
            super(type);
            this.read = read;
            this.expected = expected;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING)
                return (T) context.handleUnexpectedToken(handledType(), parser);
            return read.apply(parser.getString())
                    .orElseThrow(() ->
                            new BadField(parser, "bad-value", "This value cannot be read: expected " + expected + "."));
        }
    }
}
