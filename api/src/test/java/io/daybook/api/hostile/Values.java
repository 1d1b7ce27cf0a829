package io.daybook.api.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** For each kind of field, JSON that it cannot be: some of it is not even JSON. */
final class Values {
    private static final List<String> NO_WHOLE_NUMBER = many("""
            1e400 ¦ -1e400 ¦ 1e-400 ¦ 1e999999999 ¦ 1E+2147483648 ¦ 0.5 ¦ -0.5 ¦ 1.0 ¦ 1e3 ¦
            9223372036854775808 ¦ -9223372036854775809 ¦ 340282366920938463463374607431768211456 ¦ "12" ¦
            " 12" ¦ "" ¦ "NaN" ¦ NaN ¦ Infinity ¦ -Infinity ¦ 0x10 ¦ +1 ¦ 01 ¦ .5 ¦ 1. ¦ - ¦ --1 ¦ 1_000 ¦
            1,000 ¦ true ¦ [] ¦ [1] ¦ {} ¦ \u0661\u0662 ¦ "\\u0031\\u0000"
            """, "1" + "0".repeat(900), "7".repeat(20_000));
    private static final List<String> NO_TEXT =
            many("""
            1 ¦ -0 ¦ 1.5 ¦ 1e400 ¦ true ¦ [] ¦ {} ¦ ["a"] ¦ {"a": "b"} ¦ 'a' ¦ "a ¦ "a\nb" ¦ "\\x41" ¦
            "\\u00" ¦ "\\u0000" ¦ "a\\u0000b" ¦ "\\ud800" ¦ "\\ud800x" ¦ "x\\udc00" ¦ "\\udc00\\ud800" ¦
            "\u0001" ¦ "\t" ¦ undefined
            """, "\"" + "\\ud83d".repeat(3) + "\"", "\"" + "x".repeat(100_000) + "\"");
    private static final List<String> NO_CURRENCY = many("""
            "usd" ¦ "Usd" ¦ "US" ¦ "USDX" ¦ "" ¦ " USD" ¦ "USD " ¦ "USD\\n" ¦ "U\\u0000D" ¦
            "\\uff35\\uff33\\uff24" ¦ "XXX" ¦ "XAU" ¦ "ABC" ¦ "840" ¦ 840 ¦ "U$D" ¦ "USD'--"
            """);
    private static final List<String> NO_DATE = many("""
            "0000-00-00" ¦ "0000-01-01" ¦ "-0001-01-01" ¦ "+10000-01-01" ¦ "10000-01-01" ¦
            "+999999999-12-31" ¦ "-999999999-01-01" ¦ "2026-02-30" ¦ "2026-02-29" ¦ "2026-13-01" ¦
            "2026-00-10" ¦ "2026-1-5" ¦ "20260105" ¦ "2026/01/05" ¦ "05.01.2026" ¦ 20260105 ¦
            "2026-01-05T00:00:00" ¦ "2026-W02-1" ¦ "yesterday" ¦ "" ¦ " 2026-01-05" ¦
            "\\u0662\\u0660\\u0662\\u0666-01-05" ¦ "2026-01-05\\u0000" ¦ [2026, 1, 5] ¦ 1767571200 ¦
            "2026\\u201301\\u201305"
            """);
    private static final List<String> NO_INSTANT = many("""
            "2026-01-05" ¦ "2026-01-05T09:00:00" ¦ "2026-01-05T25:00:00Z" ¦ "2026-01-05T09:60:00Z" ¦
            "2026-01-05T09:00:61Z" ¦ "2016-12-31T23:59:60Z" ¦ "2026-02-30T09:00:00Z" ¦
            "2026-01-05T09:00:00+99:00" ¦ "2026-01-05T09:00:00+18:01" ¦ "2026-01-05T09:00:00-25:00" ¦
            "+10000-01-01T00:00:00Z" ¦ "+999999999-12-31T23:59:59Z" ¦ "+1000000000-12-31T23:59:59Z" ¦
            "-1000000000-01-01T00:00:00Z" ¦ "-999999999-01-01T00:00:00Z" ¦ "0000-01-01T00:00:00Z" ¦
            "2026-01-05T09:00:00.1234567890Z" ¦ "2026-01-05 09:00:00Z" ¦ 1767571200 ¦ 1767571200.5 ¦ "now" ¦
            "" ¦ "2026-01-05T09:00:00Z'; --"
            """);
    /** The end of all time may be a batch's cutoff; nobody works then. */
    private static final List<String> NO_START = List.of("\"9999-12-31T23:59:59Z\"", "\"9999-01-01T12:00:00+14:00\"");

    private static final List<String> NO_DURATION = many("""
            "25h" ¦ "PT" ¦ "P1Y" ¦ "PT-1H" ¦ "-PT1H" ¦ "PT9999999999999999H" ¦ "PT9223372036854775807S" ¦
            "P106751991167300D" ¦ 3600 ¦ "" ¦ [] ¦ "PT1H\\u0000"
            """);
    private static final List<String> NOTHING_CALLED_SO = many(
            """
            "' OR '1'='1" ¦ "x'); DELETE FROM t; --" ¦ "../../etc/passwd" ¦ "%00" ¦ "${jndi:ldap://x}" ¦
            "#{7*7}" ¦ "<script>alert(1)</script>" ¦ "a\\r\\nX-Injected: 1" ¦ "\\u202eabc\\u202c" ¦
            "\\ufeffx" ¦ "\\u200b" ¦ " " ¦ "" ¦ "contractor-" ¦ "engagement--" ¦ "\\uffff\\ufffe" ¦
            "\\u2028"
            """, "\"e\\u0301\\u0323" + "\\u0301".repeat(5_000) + "\"", "\"" + "\\ud83d\\ude00".repeat(2_000) + "\"");
    /** Fields whose text names something that must be there. */
    private static final Set<String> NAMING = Set.of("contractor", "engagement", "rail", "corrects", "overlap");
    /** An amount that must be above zero. */
    private static final Set<String> ABOVE_ZERO = Set.of("amount/amount", "hourlyRate/amount");

    private Values() {}

    static List<String> many(String text, String... more) {
        return Stream.concat(Stream.of(text.strip().split("\\s*¦\\s*")), Stream.of(more))
                .toList();
    }

    /** Where a text need not be the name of anything, it is as good as another. */
    static boolean namesNothing(String value) {
        return NOTHING_CALLED_SO.contains(value);
    }

    /** @param path of the field, from the root of the body, without the first slash */
    static List<String> against(String path, JsonNode schema, boolean required) {
        List<String> values = new ArrayList<>(ofType(path, schema));
        if (required) values.add("null");
        return values;
    }

    private static List<String> ofType(String path, JsonNode schema) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return switch (type(schema)) {
            case "integer", "number" -> numbers(path, schema);
            case "boolean" -> List.of("\"true\"", "1", "0", "\"yes\"", "[]", "{}", "TRUE", "null0");
            case "array" -> List.of("{}", "\"a\"", "1", "[null]", "[[[]]]", "[" + "0,".repeat(100_000) + "0]", "[1,]");
            case "object" -> List.of("[]", "1", "\"x\"", "{\"colour\": 1}", "{\"\": 1}", "{\"__proto__\": {}}", "true");
            default -> {
                if (schema.has("enum")) yield List.of("\"NOPE\"", "\"\"", "0", "\"bonus\"", "[]", "\"BONUS\\u0000\"");
                if (schema.has("pattern")) yield NO_CURRENCY;
                yield switch (schema.path("format").asString("")) {
                    case "date" -> NO_DATE;
                    case "date-time" -> name.equals("start") ? joined(NO_INSTANT, NO_START) : NO_INSTANT;
                    case "duration" -> NO_DURATION;
                    default -> NAMING.contains(name) ? joined(NO_TEXT, NOTHING_CALLED_SO) : NO_TEXT;
                };
            }
        };
    }

    private static List<String> numbers(String path, JsonNode schema) {
        List<String> values = new ArrayList<>(NO_WHOLE_NUMBER);
        boolean whole = type(schema).equals("integer");
        if (!whole) values.removeAll(List.of("0.5", "1.0", "1e3", "340282366920938463463374607431768211456"));
        if (schema.path("format").asString("").equals("int32")) values.addAll(List.of("2147483648", "-2147483649"));
        if (path.endsWith("amount")) values.addAll(List.of("1000000000000000", "-1000000000000000"));
        if (ABOVE_ZERO.contains(path) || path.equals("seconds")) values.addAll(List.of("0", "-0", "-1"));
        if (path.endsWith("seconds"))
            values.addAll(List.of("86401", "9223372036854775807", "-9223372036854775808", "-1"));
        return values;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (!type.isArray()) return type.asString("string");
        return type.get(0).asString().equals("null")
                ? type.get(1).asString()
                : type.get(0).asString();
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
