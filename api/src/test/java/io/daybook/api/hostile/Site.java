package io.daybook.api.hostile;

import io.daybook.api.security.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One write, as the API document has it.
 *
 * @param example a body that would be taken; null where none is
 * @param places its fields, down to the last, and what each must be
 */
record Site(Route route, String path, @Nullable ObjectNode example, List<Place> places, boolean upload) {
    private static final String HERE = "~here~";

    Site {
        places = List.copyOf(places);
    }

    /** @param path names and indexes from the root of the body, with slashes between them */
    record Place(String path, JsonNode schema, boolean required) {}

    static Site of(Route route, JsonNode document) {
        String path = route.path().getPatternString();
        JsonNode operation =
                document.path("paths").path(path).path(route.method().name().toLowerCase(java.util.Locale.ROOT));
        JsonNode content = operation.path("requestBody").path("content");
        JsonNode json = content.path("application/json");
        boolean upload = content.has("text/csv") || content.has("multipart/form-data");
        List<Place> places = new ArrayList<>();
        collect(document, json.path("schema"), "", places);
        Optional<ObjectNode> example = example(json);
        return new Site(route, path, example.orElse(null), example.isPresent() ? places : List.of(), upload);
    }

    private static Optional<ObjectNode> example(JsonNode json) {
        JsonNode example = json.path("example");
        if (!example.isObject())
            example = json.path("examples").values().stream()
                    .findFirst()
                    .map(one -> one.path("value"))
                    .orElse(example);
        return example.isObject() ? Optional.of((ObjectNode) example.deepCopy()) : Optional.empty();
    }

    private static void collect(JsonNode document, JsonNode schema, String path, List<Place> places) {
        JsonNode object = resolved(document, schema);
        JsonNode required = object.path("required");
        object.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            String at = path.isEmpty() ? name : path + "/" + name;
            boolean needed =
                    required.values().stream().anyMatch(one -> one.asString().equals(name));
            JsonNode field = resolved(document, property.getValue());
            places.add(new Place(at, field, needed));
            collect(document, field, at, places);
            if (field.has("items")) {
                JsonNode item = resolved(document, field.path("items"));
                places.add(new Place(at + "/0", item, true));
                collect(document, item, at + "/0", places);
            }
        });
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        JsonNode found = schema;
        for (JsonNode one : schema.path("anyOf").values()) if (one.has("$ref")) found = one;
        return found.has("$ref") ? document.at(found.path("$ref").asString().substring(1)) : found;
    }

    /** The example with {@code raw} in that place, be that JSON or not; empty where the example does not go so deep. */
    Optional<String> with(Place place, String raw) {
        if (example == null) return Optional.empty();
        ObjectNode body = example.deepCopy();
        JsonNode parent = body;
        String[] steps = place.path().split("/");
        for (int i = 0; i < steps.length - 1; i++)
            parent = parent.isArray() ? parent.path(Integer.parseInt(steps[i])) : parent.path(steps[i]);
        String last = steps[steps.length - 1];
        switch (parent) {
            case ObjectNode object -> object.put(last, HERE);
            case tools.jackson.databind.node.ArrayNode array
            when !array.isEmpty() -> array.set(Integer.parseInt(last), HERE);
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(JsonMapper.shared().writeValueAsString(body).replace("\"" + HERE + "\"", raw));
    }

    @Override
    public String toString() {
        return route.method() + " " + path;
    }
}
