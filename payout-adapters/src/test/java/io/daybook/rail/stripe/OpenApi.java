package io.daybook.rail.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Stripe's OpenAPI document as JSON Schema: what is {@code nullable} may be null, objects with listed properties have
 * no others, and the few fields of the overlay are added, which the document is too old for.
 */
record OpenApi(ObjectNode document) {
    static final ObjectMapper MAPPER = new ObjectMapper();

    /** Empty where the folder of test data is absent. */
    static Optional<OpenApi> load() {
        Path file = Path.of(System.getProperty("daybook.test-data", ""), "stripe", "stripe-openapi-payouts.json");
        if (!Files.exists(file)) return Optional.empty();
        try (InputStream overlay = Objects.requireNonNull(OpenApi.class.getResourceAsStream("overlay.json"))) {
            ObjectNode document = (ObjectNode) MAPPER.readTree(Files.readString(file));
            document.remove("info");
            JsonNode schemas = document.at("/components/schemas");
            for (Map.Entry<String, JsonNode> schema : MAPPER.readTree(overlay).properties())
                ((ObjectNode) schemas.get(schema.getKey()).get("properties")).setAll((ObjectNode) schema.getValue());
            adapt(document);
            return Optional.of(new OpenApi(document));
        } catch (IOException e) {
            throw new IllegalStateException("the test data cannot be read", e);
        }
    }

    /** The operation of a request, its path as the document writes it. */
    Optional<JsonNode> operation(String method, String path) {
        return document.get("paths").properties().stream()
                .filter(route -> path.matches(route.getKey().replaceAll("\\{\\w+}", "[^/]+")))
                .findFirst()
                .map(route -> route.getValue().get(method.toLowerCase(java.util.Locale.ROOT)));
    }

    /** Follows {@code $ref}. */
    JsonNode resolve(JsonNode schema) {
        return schema.has("$ref")
                ? resolve(document.at(schema.get("$ref").asText().substring(1)))
                : schema;
    }

    /** A schema that stands alone, with all that it refers to. */
    ObjectNode standalone(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.get("components"));
        return whole;
    }

    private static void adapt(JsonNode node) {
        node.forEach(OpenApi::adapt);
        if (!(node instanceof ObjectNode schema)) return;
        if (schema.path("nullable").isBoolean()) {
            schema.remove("nullable");
            allowNull(schema);
        }
        if (schema.path("properties").isObject()
                && schema.path("type").toString().contains("object"))
            if (!schema.has("additionalProperties")) schema.put("additionalProperties", false);
    }

    private static void allowNull(ObjectNode schema) {
        if (schema.has("type")) {
            String type = schema.get("type").asText();
            schema.putArray("type").add(type).add("null");
        }
        if (schema.get("enum") instanceof ArrayNode values) values.addNull();
        if (schema.get("anyOf") instanceof ArrayNode choices)
            choices.addObject().put("type", "null");
    }
}
