package io.daybook.api.http.docs;

import static io.daybook.api.http.docs.Markdown.escape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The whole page: the guide, every operation by section, every code of a problem, every schema. */
final class DocsPage {
    private static final Pattern HEADING = Pattern.compile("<h([23])>(.*?)</h[23]>");

    private final JsonNode document;
    private final OperationHtml operations;
    private final Map<String, String> outline = new LinkedHashMap<>();

    DocsPage(JsonNode document) {
        this.document = document;
        this.operations = new OperationHtml(document);
    }

    String html() {
        String guide = guide(document.at("/info/description").asString(""));
        StringBuilder sections = new StringBuilder();
        for (JsonNode tag : document.path("tags")) sections.append(section(tag));
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Daybook API</title>
                <link rel="stylesheet" href="/docs/docs.css">
                <script src="/docs/docs.js" defer></script>
                </head>
                <body>
                <nav aria-label="Contents"><p class="brand"><a href="#top">Daybook API</a></p>
                %s
                </nav>
                <main id="top">
                <h1>Daybook API</h1>
                <section class="guide">
                %s
                </section>
                %s
                <section id="problems"><h2>Codes of problems</h2>
                %s
                </section>
                <section id="schemas"><h2>Schemas</h2>
                %s
                </section>
                </main>
                </body>
                </html>
                """.formatted(
                        navigation(), guide, sections, problems(), SchemaHtml.all(document.at("/components/schemas")));
    }

    /** The headings get anchors, and those of the second order stand in the contents. */
    private String guide(String markdown) {
        return HEADING.matcher(Markdown.html(markdown)).replaceAll(found -> {
            String id = found.group(2).toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            outline.put(id, found.group(2));
            return "<h%1$s id=\"%2$s\">%3$s</h%1$s>".formatted(found.group(1), id, found.group(2));
        });
    }

    private String section(JsonNode tag) {
        String name = tag.path("name").asString();
        StringBuilder html = new StringBuilder("<section id=\"%1$s\"><h2>%1$s</h2><p>%2$s</p>\n"
                .formatted(escape(name), Markdown.inline(tag.path("description").asString(""))));
        each(name, (verb, path, operation) -> html.append(operations.of(verb, path, operation)));
        return html.append("</section>\n").toString();
    }

    private String navigation() {
        StringBuilder html = new StringBuilder("<ul>");
        outline.forEach((id, title) -> html.append("<li><a href=\"#%s\">%s</a></li>".formatted(id, title)));
        html.append("</ul>");
        for (JsonNode tag : document.path("tags")) {
            String name = tag.path("name").asString();
            html.append("<p><a href=\"#%1$s\">%1$s</a></p><ul>".formatted(escape(name)));
            each(
                    name,
                    (verb, path, operation) -> html.append("<li><a href=\"#%s\">%s</a></li>"
                            .formatted(
                                    escape(operation.path("operationId").asString("")),
                                    escape(operation.path("summary").asString(path)))));
            html.append("</ul>");
        }
        return html.append("<p><a href=\"#problems\">Codes of problems</a></p><p><a href=\"#schemas\">Schemas</a></p>")
                .toString();
    }

    private interface Visitor {
        void see(String verb, String path, JsonNode operation);
    }

    private void each(String section, Visitor visitor) {
        for (var path : document.path("paths").properties())
            for (var operation : path.getValue().properties())
                if (operation.getValue().at("/tags/0").asString("").equals(section))
                    visitor.see(operation.getKey(), path.getKey(), operation.getValue());
    }

    private String problems() {
        StringBuilder html = new StringBuilder("<table><tr><th>Status</th><th>Code</th><th>Meaning</th></tr>");
        for (var problem : document.path("x-problems").properties())
            html.append("<tr><td>%s</td><td><code>%s</code></td><td>%s</td></tr>"
                    .formatted(
                            problem.getValue().path("status").asInt(),
                            escape(problem.getKey()),
                            escape(problem.getValue().path("meaning").asString(""))));
        return html.append("</table>").toString();
    }
}
