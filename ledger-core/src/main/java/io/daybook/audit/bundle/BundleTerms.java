package io.daybook.audit.bundle;

import io.daybook.audit.Malformed;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle says it holds: its file {@code bundle.json}. Nobody signs it; all of it is held against the events.
 *
 * @param person whose events they are; null for all events of a time
 * @param from when the first was recorded at the earliest; null from the beginning
 * @param to before when the last was recorded; null to the end of the tree
 * @param size of the tree, in leaves
 * @param events how many there are
 * @param first of the events: its index, or of a person's its {@code person_seq}; 0 where there is none
 * @param last as {@code first}
 * @param statement the event that issued the statement which comes with it; null without one
 */
public record BundleTerms(
        @Nullable String person,
        @Nullable Instant from,
        @Nullable Instant to,
        long size,
        long events,
        long first,
        long last,
        @Nullable String statement) {
    private static final String FORMAT = "daybook.dev/bundle@v1";

    boolean isOfOnePerson() {
        return person != null;
    }

    public String json() {
        StringBuilder json = new StringBuilder("{\"format\":").append(Texts.quoted(FORMAT));
        if (person != null) json.append(",\"person\":").append(Texts.quoted(person));
        if (from != null) json.append(",\"from\":").append(Texts.quoted(from.toString()));
        if (to != null) json.append(",\"to\":").append(Texts.quoted(to.toString()));
        return json.append(",\"size\":")
                .append(size)
                .append(",\"events\":")
                .append(events)
                .append(",\"first\":")
                .append(first)
                .append(",\"last\":")
                .append(last)
                .append(statement == null ? "" : ",\"statement\":" + Texts.quoted(statement))
                .append("}\n")
                .toString();
    }

    static BundleTerms parse(byte[] bytes) {
        FlatJson json = FlatJson.of(bytes);
        json.onlyOf("format", "person", "from", "to", "size", "events", "first", "last", "statement");
        if (!json.text("format").equals(FORMAT)) throw new Malformed("the format is not " + FORMAT);
        return new BundleTerms(
                json.has("person") ? json.text("person") : null,
                time(json, "from"),
                time(json, "to"),
                number(json, "size"),
                number(json, "events"),
                number(json, "first"),
                number(json, "last"),
                json.has("statement") ? json.text("statement") : null);
    }

    private static long number(FlatJson json, String name) {
        long number = json.number(name);
        if (number < 0) throw new Malformed(name + " is below 0");
        return number;
    }

    private static @Nullable Instant time(FlatJson json, String name) {
        if (!json.has(name)) return null;
        try {
            return Instant.parse(json.text(name));
        } catch (DateTimeParseException e) {
            throw new Malformed(name + " is no time", e);
        }
    }
}
