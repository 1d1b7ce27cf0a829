package io.daybook.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.security.Role;
import io.daybook.api.security.Route;
import io.daybook.api.security.Routes;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
    private static RunningDaybook daybook;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
        document = Api.of(daybook).get("//v3/api-docs").json();
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    @Test
    void it_is_openapi_3_1_and_open() {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.path("components").path("securitySchemes").has("bearer"))
                .isTrue();
    }

    @Test
    void every_operation_lists_its_refusals() {
        for (var path : document.path("paths").properties())
            for (var operation : path.getValue().properties())
                assertThat(operation.getValue().path("responses").propertyNames())
                        .as(operation.getKey() + " " + path.getKey())
                        .contains("400", "401", "500", "503");
        assertThat(document.at("/components/schemas/Problem/properties").propertyNames())
                .contains("code", "detail", "errors");
    }

    @Test
    void money_and_ids_are_documented_as_they_are_written() {
        JsonNode adjustment = document.at("/components/schemas/Adjustment/properties");
        assertThat(adjustment.at("/id/type").asString()).isEqualTo("string");
        assertThat(adjustment.at("/amount/$ref").asString()).isEqualTo("#/components/schemas/Money");
        assertThat(document.at("/components/schemas/Money/properties/amount/type")
                        .asString())
                .isEqualTo("integer");
        assertThat(document.at("/components/schemas/NewContractor/required").toString())
                .contains("reference", "currency")
                .doesNotContain("payoutDestination");
    }

    @Test
    void every_body_has_a_media_type_a_schema_and_an_example() {
        operations((name, operation) -> {
            for (var media : operation.path("requestBody").path("content").properties())
                isWhole(name + " takes " + media.getKey(), media.getKey(), media.getValue());
            for (var response : operation.path("responses").properties())
                if (response.getKey().startsWith("2"))
                    for (var media : response.getValue().path("content").properties())
                        isWhole(name + " gives " + media.getKey(), media.getKey(), media.getValue());
        });
    }

    @Test
    void every_operation_says_what_it_answers_with_when_it_is_done() {
        TreeSet<String> silent = new TreeSet<>();
        operations((name, operation) -> {
            boolean said = false;
            for (var response : operation.path("responses").properties())
                said |= response.getKey().equals("204")
                        || response.getKey().startsWith("2")
                                && response.getValue().has("content");
            if (!said) silent.add(name);
        });
        assertThat(silent).containsExactly("post /api/v1/webhooks/stripe");
    }

    @Test
    void every_reference_leads_somewhere_and_every_operation_has_its_own_name() {
        TreeSet<String> ids = new TreeSet<>();
        operations((name, operation) -> assertThat(
                        ids.add(operation.path("operationId").asString()))
                .as(name)
                .isTrue());
        Matcher references = Pattern.compile("\"\\$ref\":\"#([^\"]+)\"").matcher(document.toString());
        while (references.find())
            assertThat(document.at(references.group(1)).isMissingNode())
                    .as(references.group(1))
                    .isFalse();
    }

    @Test
    void every_example_of_a_request_is_one() {
        Api api = Api.of(daybook);
        operations((name, operation) -> {
            JsonNode example = operation.at("/requestBody/content/application~1json/example");
            String path = name.replaceAll("\\{.*?}", "nope").replaceFirst("^\\w+ /api/v1", "");
            if (example.isMissingNode() || path.startsWith("/dev") || path.startsWith("/webhooks")) return;
            String method = name.substring(0, name.indexOf(' ')).toUpperCase(Locale.ROOT);
            Route route = Routes.table().find(method, "/api/v1" + path).orElseThrow();
            Role role = route.roles().stream().sorted().findFirst().orElseThrow();
            Api caller = role == Role.CONTRACTOR ? api.asContractor("ada-1") : api.as(role.label());
            Api.Answer answer =
                    caller.with("Idempotency-Key", UUID.randomUUID().toString()).send(method, path, example.toString());
            String code = answer.status() < 300 ? "" : answer.code();
            assertThat(code)
                    .as(name + ": " + example + " -> " + answer.body())
                    .isNotIn("unknown-field", "missing-field", "wrong-type", "bad-json", "duplicate-field");
            if (answer.status() < 300)
                assertThat(operation.path("responses").propertyNames())
                        .as(name)
                        .contains(Integer.toString(answer.status()));
        });
    }

    private static void isWhole(String what, String type, JsonNode media) {
        assertThat(type).as(what).isNotEqualTo("*/*");
        assertThat(media.has("schema")).as(what + " has a schema").isTrue();
        assertThat(media.has("example")).as(what + " has an example").isTrue();
        boolean object = type.endsWith("json");
        assertThat(media.path("example").isObject())
                .as(what + ": " + media.path("example"))
                .isEqualTo(object || type.startsWith("multipart"));
    }

    private static void operations(BiConsumer<String, JsonNode> look) {
        for (var path : document.path("paths").properties())
            for (var operation : path.getValue().properties())
                look.accept(operation.getKey() + " " + path.getKey(), operation.getValue());
    }

    @Test
    void every_controllers_path_stands_in_the_table_of_routes() {
        TreeSet<String> missing = new TreeSet<>();
        var mappings = daybook.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet();
        for (var mapping : mappings)
            for (String path : mapping.getPatternValues())
                for (var method : mapping.getMethodsCondition().getMethods())
                    if (path.startsWith("/api/v1")
                            && Routes.table()
                                    .find(method.name(), path.replaceAll("\\{.*?}", "x"))
                                    .isEmpty()) missing.add(method + " " + path);
        assertThat(missing).isEmpty();
    }
}
