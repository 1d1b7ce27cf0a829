package io.daybook.rail.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.util.List;
import java.util.stream.StreamSupport;

/** A form in brackets ({@code metadata[payout]=…}, {@code expand[0]=…}) as the JSON that its schema is about. */
final class FormJson {
    private final OpenApi api;

    FormJson(OpenApi api) {
        this.api = api;
    }

    JsonNode read(String form, JsonNode schema) {
        ObjectNode root = OpenApi.MAPPER.createObjectNode();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 0) continue;
            String name = URLDecoder.decode(pair.substring(0, equals), UTF_8);
            put(root, List.of(name.split("\\]?\\[|\\]")), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        }
        return coerce(root, schema);
    }

    private static void put(ObjectNode node, List<String> path, String value) {
        if (path.size() == 1) node.put(path.getFirst(), value);
        else put(node.withObjectProperty(path.getFirst()), path.subList(1, path.size()), value);
    }

    /** Everything in a form is text: numbers and lists are what the schema wants to see there. */
    private JsonNode coerce(JsonNode value, JsonNode written) {
        JsonNode schema = choice(value, api.resolve(written));
        if (value instanceof ObjectNode object) {
            if (isA(schema, "array")) return list(object, schema.path("items"));
            for (var field : List.copyOf(object.properties())) {
                JsonNode property = schema.path("properties").path(field.getKey());
                object.set(
                        field.getKey(), coerce(field.getValue(), property.isMissingNode() ? other(schema) : property));
            }
            return object;
        }
        String text = value.asText();
        if (isA(schema, "integer") && text.matches("-?\\d{1,18}"))
            return value.isTextual() ? OpenApi.MAPPER.getNodeFactory().numberNode(Long.parseLong(text)) : value;
        if (isA(schema, "boolean") && (text.equals("true") || text.equals("false")))
            return OpenApi.MAPPER.getNodeFactory().booleanNode(Boolean.parseBoolean(text));
        return value;
    }

    private ArrayNode list(ObjectNode numbered, JsonNode items) {
        ArrayNode list = OpenApi.MAPPER.createArrayNode();
        numbered.forEach(item -> list.add(coerce(item, items)));
        return list;
    }

    private static JsonNode other(JsonNode schema) {
        return schema.path("additionalProperties").isObject()
                ? schema.get("additionalProperties")
                : schema.path("none");
    }

    /** Of several schemas the one made for this kind of value. */
    private JsonNode choice(JsonNode value, JsonNode schema) {
        if (!schema.has("anyOf")) return schema;
        return StreamSupport.stream(schema.get("anyOf").spliterator(), false)
                .map(api::resolve)
                .filter(each -> value.isObject() == (isA(each, "object") || isA(each, "array")))
                .findFirst()
                .orElse(schema);
    }

    private static boolean isA(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        return types.isArray()
                ? StreamSupport.stream(types.spliterator(), false)
                        .anyMatch(each -> each.asText().equals(type))
                : types.asText().equals(type);
    }
}
