package io.daybook.api.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the rule set {@code spectral:oas} asks of a document, and what a reader asks of it beyond. */
final class Lint {
    private static final Pattern PLACE = Pattern.compile("\\{(.*?)}");
    private static final Pattern REF = Pattern.compile("\"\\$ref\":\"#([^\"]+)\"");

    private final Document document;
    private final JsonNode root;
    private final List<String> faults = new ArrayList<>();

    private Lint(Document document) {
        this.document = document;
        this.root = document.root;
    }

    static List<String> faults(Document document) {
        Lint lint = new Lint(document);
        lint.head();
        lint.references();
        Set<String> ids = new HashSet<>();
        for (Map.Entry<String, JsonNode> operation : document.operations().entrySet())
            new OperationLint(document, operation.getKey(), operation.getValue(), lint.faults).check(ids);
        lint.paths();
        lint.schemas("", lint.root.at("/components/schemas"));
        return lint.faults;
    }

    private void head() {
        for (String field : List.of("title", "version", "description", "contact", "license"))
            expect(root.path("info").has(field), "info has no " + field);
        expect(!root.path("servers").isEmpty(), "no servers");
        Set<String> tags = new TreeSet<>();
        for (JsonNode tag : root.path("tags")) {
            expect(tags.add(tag.path("name").asString()), tag + " is there twice");
            expect(!tag.path("description").asString("").isBlank(), tag + " has no description");
        }
        String markdown = root.path("info").path("description").asString("");
        expect(!markdown.contains("<script") && !markdown.contains("eval("), "script in the description");
    }

    private void paths() {
        for (String path : root.path("paths").propertyNames()) {
            expect(!path.endsWith("/"), path + " ends in a slash");
            expect(!path.contains("?"), path + " has a query");
            expect(PLACE.matcher(path).replaceAll("").chars().noneMatch(c -> c == '{'), path + " has a bare brace");
        }
    }

    /** Each leads somewhere, and whatever can be led to is. */
    private void references() {
        Set<String> used = new HashSet<>();
        Matcher references = REF.matcher(root.toString());
        while (references.find()) {
            String target = references.group(1);
            used.add(target);
            expect(!root.at(target).isMissingNode(), target + " is not there");
        }
        for (var kind : root.path("components").properties())
            for (String name : kind.getValue().propertyNames())
                if (!kind.getKey().equals("securitySchemes"))
                    expect(
                            used.contains("/components/" + kind.getKey() + "/" + name),
                            kind.getKey() + " " + name + " is used nowhere");
    }

    private void schemas(String where, JsonNode node) {
        if (node.path("type").asString("").equals("array")) expect(node.has("items"), where + " is a list of nothing");
        if (node.path("enum").isArray()) {
            Set<String> values = new HashSet<>();
            for (JsonNode value : node.path("enum")) {
                expect(values.add(value.toString()), where + " has " + value + " twice");
                expect(value.isString() == node.path("type").toString().contains("string"), where + " mixes types");
            }
        }
        if (node.has("example") && node.has("type"))
            document.faults(node, node.path("example")).forEach(fault -> faults.add(where + ": " + fault));
        for (var field : node.properties()) schemas(where + "/" + field.getKey(), field.getValue());
    }

    private void expect(boolean holds, String fault) {
        if (!holds) faults.add(fault);
    }
}
