package io.daybook.api.http.json;

import java.util.Iterator;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * JSON as RFC 8785 writes it: names in order, no blanks, one way to spell each text. Of numbers it takes whole ones only, and
 * spells them all out: beyond 2^53 that is more than the RFC, whose numbers end there, says.
 */
public final class SortedJson {
    private static final int FIRST_PRINTED = 0x20;

    private SortedJson() {}

    /** Errors: IllegalArgumentException for a number that is not whole. */
    public static String of(JsonNode value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(JsonNode value, StringBuilder out) {
        if (value.isObject()) object(value, out);
        else if (value.isArray()) array(value, out);
        else if (value.isString()) text(value.asString(), out);
        else if (value.isIntegralNumber()) out.append(value.bigIntegerValue());
        else if (value.isNull()) out.append("null");
        else if (value.isBoolean()) out.append(value.asBoolean());
        else throw new IllegalArgumentException("not a whole number: " + value);
    }

    /** Names are ordered by their UTF-16 units, as Java orders texts. */
    private static void object(JsonNode object, StringBuilder out) {
        TreeMap<String, JsonNode> fields = new TreeMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        String before = "{";
        for (var field : fields.entrySet()) {
            text(field.getKey(), out.append(before));
            write(field.getValue(), out.append(':'));
            before = ",";
        }
        out.append(fields.isEmpty() ? "{}" : "}");
    }

    private static void array(JsonNode array, StringBuilder out) {
        out.append('[');
        for (Iterator<JsonNode> items = array.values().iterator(); items.hasNext(); ) {
            write(items.next(), out);
            if (items.hasNext()) out.append(',');
        }
        out.append(']');
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < FIRST_PRINTED) out.append("\\u%04x".formatted((int) c));
                    else out.append(c);
                }
            }
        }
        out.append('"');
    }
}
