package io.daybook.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.security.Routes;
import java.util.TreeSet;
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
                        .contains("400", "401", "403", "404", "500");
        assertThat(document.at("/components/schemas/Problem/properties").propertyNames())
                .contains("code", "detail", "errors");
    }

    @Test
    void money_and_ids_are_documented_as_they_are_written() {
        JsonNode adjustment = document.at("/components/schemas/AdjustmentJson/properties");
        assertThat(adjustment.at("/id/type").asString()).isEqualTo("string");
        assertThat(adjustment.at("/amount/properties/amount/type").asString()).isEqualTo("integer");
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
