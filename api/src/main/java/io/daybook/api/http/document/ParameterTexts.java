package io.daybook.api.http.document;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What each parameter means: parameters.txt. */
final class ParameterTexts {
    private final Map<String, String> texts = TextLines.named("parameters.txt");

    /** @param path below {@code /api/v1} */
    void describe(Operation operation, String path) {
        String section = path.split("/")[1];
        for (Parameter parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            String text = texts.get(section + "." + parameter.getName());
            if (text == null) text = texts.get(parameter.getName());
            if (text == null) continue;
            int bar = text.lastIndexOf('|');
            parameter.setDescription(text.substring(0, bar).strip());
            String example = text.substring(bar + 1).strip();
            if (!example.isEmpty()) parameter.setExample(typed(example, parameter));
        }
    }

    private static Object typed(String example, Parameter parameter) {
        String type = parameter.getSchema() == null || parameter.getSchema().getTypes() == null
                ? "string"
                : String.valueOf(parameter.getSchema().getTypes().iterator().next());
        return switch (type) {
            case "integer" -> Long.valueOf(example);
            case "boolean" -> Boolean.valueOf(example);
            default -> example;
        };
    }
}
