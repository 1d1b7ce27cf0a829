package io.daybook.api.http.docs;

import static io.daybook.api.http.docs.Markdown.escape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** One operation of the document: what it is for, what it takes, what it gives, and with what it is refused. */
final class OperationHtml {
    private final JsonNode document;

    OperationHtml(JsonNode document) {
        this.document = document;
    }

    String of(String verb, String path, JsonNode operation) {
        String method = verb.toUpperCase(Locale.ROOT);
        return """
                <section class="operation" id="%s">
                <h3>%s</h3>
                <p class="target"><span class="verb %s">%s</span> <code>%s</code></p>
                %s
                <div class="columns"><div>
                %s%s%s
                </div><div class="samples">
                %s%s
                </div></div>
                </section>
                """.formatted(
                        escape(operation.path("operationId").asString("")),
                        escape(operation.path("summary").asString(path)),
                        escape(verb),
                        escape(method),
                        escape(path),
                        Markdown.html(operation.path("description").asString("")),
                        parameters(operation.path("parameters")),
                        body(operation.at("/requestBody/content")),
                        answers(operation.path("responses")),
                        sample(CurlText.of(method, path, operation)),
                        examples(operation.path("responses")));
    }

    private static String parameters(JsonNode parameters) {
        if (parameters.isEmpty()) return "";
        StringBuilder html = new StringBuilder("<h4>Parameters</h4><table>");
        for (JsonNode parameter : parameters)
            html.append("<tr><td><code>%s</code><br><small>%s%s</small></td><td>%s<br><small>%s</small></td></tr>"
                    .formatted(
                            escape(parameter.path("name").asString("")),
                            escape(parameter.path("in").asString("")),
                            parameter.path("required").asBoolean(false) ? ", required" : "",
                            Markdown.inline(parameter.path("description").asString("")),
                            SchemaHtml.type(parameter.path("schema"))));
        return html.append("</table>").toString();
    }

    private static String body(JsonNode content) {
        if (content.isEmpty()) return "";
        StringBuilder html = new StringBuilder("<h4>Body</h4><table>");
        for (var media : content.properties())
            html.append("<tr><td><code>%s</code></td><td>%s</td></tr>"
                    .formatted(
                            escape(media.getKey()),
                            SchemaHtml.type(media.getValue().path("schema"))));
        return html.append("</table>").toString();
    }

    private String answers(JsonNode responses) {
        StringBuilder given = new StringBuilder("<h4>Answers</h4><table>");
        StringBuilder refused = new StringBuilder("<details><summary>Refusals</summary><table>");
        for (var response : responses.properties()) {
            if (response.getKey().startsWith("2")) given.append(success(response.getKey(), response.getValue()));
            else refused.append(refusals(response.getKey(), response.getValue()));
        }
        return given.append("</table>")
                .append(refused)
                .append("</table></details>")
                .toString();
    }

    private static String success(String status, JsonNode response) {
        List<String> forms = new ArrayList<>();
        for (var media : response.path("content").properties())
            forms.add("%s <small><code>%s</code></small>"
                    .formatted(SchemaHtml.type(media.getValue().path("schema")), escape(media.getKey())));
        List<String> headers = new ArrayList<>();
        response.path("headers").propertyNames().forEach(name -> headers.add("<code>" + escape(name) + "</code>"));
        return "<tr><td>%s</td><td>%s<br>%s<br><small>Headers: %s</small></td></tr>"
                .formatted(
                        escape(status),
                        escape(response.path("description").asString("")),
                        String.join("<br>", forms),
                        String.join(", ", headers));
    }

    private String refusals(String status, JsonNode response) {
        StringBuilder html = new StringBuilder();
        for (String code :
                response.at("/content/application~1problem+json/examples").propertyNames())
            html.append("<tr><td>%s</td><td><code>%s</code></td><td>%s</td></tr>"
                    .formatted(
                            escape(status),
                            escape(code),
                            escape(document.at("/components/examples/" + code + "/summary")
                                    .asString(""))));
        return html.toString();
    }

    private static String examples(JsonNode responses) {
        StringBuilder html = new StringBuilder();
        for (var response : responses.properties())
            for (var media : response.getValue().path("content").properties()) {
                JsonNode example = media.getValue().path("example");
                if (response.getKey().startsWith("2") && !example.isMissingNode() && html.isEmpty())
                    html.append(sample(example.isString() ? example.asString() : example.toPrettyString()));
            }
        return html.toString();
    }

    private static String sample(String text) {
        return "<pre><code>" + escape(text) + "</code></pre>";
    }
}
