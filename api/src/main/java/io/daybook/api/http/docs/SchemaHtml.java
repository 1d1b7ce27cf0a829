package io.daybook.api.http.docs;

import static io.daybook.api.http.docs.Markdown.escape;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What a body consists of, as a table; records that stand in others are linked. */
final class SchemaHtml {
    private static final String REF = "$ref";

    private SchemaHtml() {}

    /** All the named ones. */
    static String all(JsonNode schemas) {
        StringBuilder html = new StringBuilder();
        for (var schema : schemas.properties())
            html.append("<section id=\"schema-%1$s\" class=\"schema\"><h3>%1$s</h3>".formatted(escape(schema.getKey())))
                    .append(table(schema.getValue()))
                    .append("</section>\n");
        return html.toString();
    }

    private static String table(JsonNode schema) {
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        StringBuilder html = new StringBuilder();
        if (schema.has("description"))
            html.append("<p>%s</p>"
                    .formatted(Markdown.inline(schema.path("description").asString())));
        html.append("<table><tr><th>Field</th><th>Type</th><th></th></tr>");
        for (var field : schema.path("properties").properties())
            html.append("<tr><td><code>%s</code></td><td>%s</td><td>%s%s</td></tr>"
                    .formatted(
                            escape(field.getKey()),
                            type(field.getValue()),
                            required.contains(field.getKey()) ? "required" : "",
                            escape(note(field.getValue()))));
        return html.append("</table>").toString();
    }

    private static String note(JsonNode schema) {
        return schema.has("description") ? " " + schema.path("description").asString() : "";
    }

    /** In words: a text, a list of things that are linked, one of some values. */
    static String type(JsonNode schema) {
        if (schema.has(REF)) {
            String ref = schema.path(REF).asString();
            String name = escape(ref.substring(ref.lastIndexOf('/') + 1));
            return "<a href=\"#schema-" + name + "\">" + name + "</a>";
        }
        if (schema.has("enum")) return oneOf(schema.path("enum"));
        List<String> words = new ArrayList<>();
        schema.path("anyOf").forEach(one -> words.add(type(one)));
        JsonNode types = schema.path("type");
        if (types.isArray()) types.forEach(type -> words.add(word(type.asString(), schema)));
        else if (types.isString()) words.add(word(types.asString(), schema));
        return words.isEmpty() ? "anything" : String.join(" or ", words);
    }

    private static String oneOf(JsonNode values) {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add("<code>" + escape(value.asString()) + "</code>"));
        return String.join(" · ", words);
    }

    private static String word(String type, JsonNode schema) {
        return switch (type) {
            case "array" -> "list of " + type(schema.path("items"));
            case "object" ->
                schema.path("additionalProperties").isObject()
                        ? "map to " + type(schema.path("additionalProperties"))
                        : "object";
            default ->
                schema.has("format")
                        ? escape(type + " (" + schema.path("format").asString() + ")")
                        : escape(type);
        };
    }
}
