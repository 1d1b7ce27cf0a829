package io.daybook.api.document;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API document as a running Daybook gives it. */
public final class Document {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    final JsonNode root;
    private final Map<JsonNode, Schema> schemas = new HashMap<>();

    Document(JsonNode root) {
        this.root = root;
    }

    public static Document of(RunningDaybook daybook) {
        return new Document(Api.of(daybook).get("//v3/api-docs").json());
    }

    /** By method and path. */
    public Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        for (var path : root.path("paths").properties())
            for (var operation : path.getValue().properties())
                operations.put(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue());
        return operations;
    }

    /** What is wrong with a value by a schema of this document. */
    public List<String> faults(JsonNode schema, JsonNode value) {
        Schema compiled = schemas.computeIfAbsent(
                schema, each -> REGISTRY.getSchema(alone(each).toString()));
        return compiled
                .validate(
                        value.toString(),
                        com.networknt.schema.InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error + " in " + value)
                .toList();
    }

    private ObjectNode alone(JsonNode schema) {
        ObjectNode alone = JsonMapper.shared().createObjectNode();
        alone.putArray("allOf").add(schema);
        alone.putObject("components").set("schemas", root.at("/components/schemas"));
        return alone;
    }
}
