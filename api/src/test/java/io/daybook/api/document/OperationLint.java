package io.daybook.api.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What every operation of a document has to have. */
final class OperationLint {
    private static final Pattern PLACE = Pattern.compile("\\{(.*?)}");
    private static final Set<String> BY_THEMSELVES = Set.of("GET", "DELETE");

    private final Document document;
    private final String name;
    private final JsonNode operation;
    private final List<String> faults;

    OperationLint(Document document, String name, JsonNode operation, List<String> faults) {
        this.document = document;
        this.name = name;
        this.operation = operation;
        this.faults = faults;
    }

    /** @param ids those of the operations before */
    void check(Set<String> ids) {
        String id = operation.path("operationId").asString("");
        expect(id.matches("[A-Za-z0-9]+") && ids.add(id), "has no id of its own");
        expect(!operation.path("summary").asString("").isBlank(), "has no summary");
        expect(!operation.path("summary").asString("").endsWith("."), "has a sentence for a summary");
        expect(!operation.path("description").asString("").isBlank(), "has no description");
        tags();
        parameters();
        body();
        responses();
        for (JsonNode need : operation.path("security"))
            for (String scheme : need.propertyNames())
                expect(document.root.at("/components/securitySchemes").has(scheme), "needs an unknown " + scheme);
    }

    private void tags() {
        Set<String> defined = new HashSet<>();
        document.root.path("tags").forEach(tag -> defined.add(tag.path("name").asString()));
        expect(!operation.path("tags").isEmpty(), "has no tag");
        operation.path("tags").forEach(tag -> expect(defined.contains(tag.asString()), "has an unknown tag " + tag));
    }

    private void parameters() {
        Set<String> inPath = new TreeSet<>();
        Set<String> all = new HashSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String called = parameter.path("name").asString();
            boolean path = parameter.path("in").asString().equals("path");
            if (path) inPath.add(called);
            expect(all.add(parameter.path("in") + called), called + " is there twice");
            expect(!path || parameter.path("required").asBoolean(false), called + " is not required");
            expect(!parameter.path("description").asString("").isBlank(), called + " has no description");
            JsonNode schema = parameter.path("schema");
            expect(schema.has("type"), called + " has no type");
            expect(parameter.has("example") || schema.has("enum") || schema.has("default"), called + " has no example");
            if (parameter.has("example")) valid(called, schema, parameter.path("example"));
        }
        Set<String> declared = new TreeSet<>();
        Matcher places = PLACE.matcher(name);
        while (places.find()) declared.add(places.group(1));
        expect(declared.equals(inPath), "has " + inPath + " for " + declared);
    }

    private void body() {
        JsonNode body = operation.path("requestBody");
        String verb = name.substring(0, name.indexOf(' '));
        expect(body.isMissingNode() || !BY_THEMSELVES.contains(verb), "takes a body");
        for (var media : body.path("content").properties()) media("takes " + media.getKey(), media.getValue());
    }

    private void responses() {
        boolean success = false;
        for (var response : operation.path("responses").properties()) {
            String status = response.getKey();
            expect(!response.getValue().path("description").asString("").isBlank(), status + " has no description");
            if (status.startsWith("2")) {
                success = true;
                for (var media : response.getValue().path("content").properties())
                    media(status + " gives " + media.getKey(), media.getValue());
            } else {
                refusal(status, response.getValue().at("/content/application~1problem+json"));
            }
        }
        expect(success, "never succeeds");
    }

    private void media(String what, JsonNode media) {
        expect(media.has("schema") && media.has("example"), what + " without schema or example");
        valid(what, media.path("schema"), media.path("example"));
    }

    private void refusal(String status, JsonNode media) {
        expect(!media.path("examples").isEmpty(), status + " has no example");
        for (String code : media.path("examples").propertyNames()) {
            JsonNode example = document.root.at("/components/examples/" + code + "/value");
            expect(example.path("status").asString("").equals(status), code + " is no " + status);
            valid(code, media.path("schema"), example);
        }
    }

    private void valid(String what, JsonNode schema, JsonNode example) {
        document.faults(schema, example).forEach(fault -> faults.add(name + ": " + what + ": " + fault));
    }

    private void expect(boolean holds, String fault) {
        if (!holds) faults.add(name + ": " + fault);
    }
}
