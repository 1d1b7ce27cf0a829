package io.daybook.api.http.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON by value: neither blanks nor the order of fields nor the writing of a number make a difference. */
final class CanonicalJson {
    private static final int LONGEST_SPELLED = 40;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CanonicalJson() {}

    /** What is no JSON stands for itself. */
    static byte[] of(byte[] body) {
        try {
            StringBuilder out = new StringBuilder();
            write(JSON.readTree(body), out);
            return out.toString().getBytes(UTF_8);
        } catch (JacksonException e) {
            return body;
        }
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            out.append('{');
            fields.forEach((name, value) -> {
                out.append(JSON.writeValueAsString(name)).append(':');
                write(value, out);
                out.append(',');
            });
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            node.values().forEach(value -> {
                write(value, out);
                out.append(',');
            });
            out.append(']');
        } else if (node.isNumber()) {
            out.append(text(node.decimalValue().stripTrailingZeros()));
        } else {
            out.append(JSON.writeValueAsString(node));
        }
    }

    /** One text for each value; a few characters that stand for hundreds of zeros are not spelled out. */
    private static String text(BigDecimal value) {
        return Math.abs(value.scale()) > LONGEST_SPELLED
                ? value.unscaledValue() + "e" + -value.scale()
                : value.toPlainString();
    }
}
