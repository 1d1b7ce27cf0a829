package io.daybook.api.http.docs;

import tools.jackson.databind.JsonNode;

/** An operation as a command to copy, with the examples that the document has of it. */
final class CurlText {
    private CurlText() {}

    static String of(String method, String path, JsonNode operation) {
        JsonNode content = operation.at("/requestBody/content");
        StringBuilder text = new StringBuilder("curl -sS");
        if (!method.equals("GET") && !(method.equals("POST") && !content.isEmpty()))
            text.append(" -X ").append(method);
        text.append(" \"$DAYBOOK")
                .append(target(path, operation.path("parameters")))
                .append('"');
        if (!operation.path("security").isEmpty()) text.append(header("Authorization: Bearer $TOKEN"));
        for (JsonNode parameter : operation.path("parameters"))
            if (isHeader(parameter) && parameter.path("required").asBoolean(false))
                text.append(header(parameter.path("name").asString() + ": "
                        + parameter.path("example").asString("")));
        if (content.has("application/json")) text.append(json(content.at("/application~1json/example")));
        else if (content.has("text/csv"))
            text.append(header("Content-Type: text/csv") + " \\\n  --data-binary @file.csv");
        return text.toString();
    }

    private static String json(JsonNode example) {
        return header("Content-Type: application/json") + " \\\n  -d '"
                + example.toPrettyString().replace("'", "'\\''") + "'";
    }

    private static String header(String line) {
        return " \\\n  -H \"" + line + "\"";
    }

    private static boolean isHeader(JsonNode parameter) {
        return parameter.path("in").asString("").equals("header");
    }

    /** The path with its examples in it, and the parameters of the query that are needed. */
    private static String target(String path, JsonNode parameters) {
        String target = path;
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asString("");
            String example = parameter.path("example").asString("");
            if (parameter.path("in").asString("").equals("path")) target = target.replace("{" + name + "}", example);
            else if (!isHeader(parameter) && parameter.path("required").asBoolean(false))
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(example);
        }
        return target + query;
    }
}
