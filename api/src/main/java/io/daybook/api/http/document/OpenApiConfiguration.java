package io.daybook.api.http.document;

import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.Write;
import io.daybook.api.security.Caller;
import io.daybook.api.security.Route;
import io.daybook.api.security.Routes;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Completes the document: tokens, keys, pages, and every refusal. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String BASE = "/api/v1";
    private static final String BEARER = "bearer";
    private static final List<Integer> OF_READS = List.of(400, 401, 403, 404, 406, 429, 500, 503);
    private static final List<Integer> OF_WRITES =
            List.of(400, 401, 403, 404, 406, 408, 409, 410, 412, 413, 415, 422, 429, 500, 503);

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Write.class, PageRequest.class);
    }

    @Bean
    GlobalOpenApiCustomizer completed(ObjectProvider<RequestMappingHandlerMapping> controllers) {
        return document -> {
            WireSchemas schemas = new WireSchemas();
            document.setInfo(new Info()
                    .title("Daybook")
                    .version("1")
                    .description("Time, approval, earnings, ledger, payout, bank: one log, every cent explained."));
            Components components = document.getComponents() == null ? new Components() : document.getComponents();
            components.addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                            .type(SecurityScheme.Type.HTTP)
                            .scheme("bearer")
                            .bearerFormat("JWT"));
            ErrorResponses.addTo(components, schemas);
            document.setComponents(components);
            describe(document, schemas, controllers.stream().toList());
            components.setSchemas(new TreeMap<>(schemas.named()));
            complete(document);
        };
    }

    /** Pages are arguments of ours that springdoc cannot read. */
    @Bean
    GlobalOperationCustomizer paged() {
        return (operation, method) -> {
            if (Arrays.asList(method.getMethod().getParameterTypes()).contains(PageRequest.class)) {
                operation.addParametersItem(new Parameter()
                        .in("query")
                        .name("limit")
                        .schema(new IntegerSchema()._default(100).example(100)));
                operation.addParametersItem(new Parameter()
                        .in("query")
                        .name("cursor")
                        .description("the list's nextCursor, unchanged")
                        .schema(new StringSchema()));
            }
            return operation;
        };
    }

    /** What controllers take and give, read off them; those of one path and method are told as one operation. */
    private static void describe(
            OpenAPI document, WireSchemas schemas, List<RequestMappingHandlerMapping> controllers) {
        Described described = new Described(schemas);
        handlers(controllers).forEach((order, handlers) -> {
            PathItem item =
                    document.getPaths() == null ? null : document.getPaths().get(BASE + order.path());
            Operation operation =
                    item == null ? null : item.readOperationsMap().get(HttpMethod.valueOf(order.method()));
            if (operation != null) described.describe(operation, order.method(), order.path(), handlers);
        });
    }

    private record Order(String method, String path) {}

    private static Map<Order, List<HandlerMethod>> handlers(List<RequestMappingHandlerMapping> controllers) {
        Map<Order, List<HandlerMethod>> handlers = new HashMap<>();
        for (RequestMappingHandlerMapping mapping : controllers)
            mapping.getHandlerMethods().forEach((info, handler) -> {
                for (String path : info.getPatternValues())
                    for (var method : info.getMethodsCondition().getMethods())
                        if (path.startsWith(BASE))
                            handlers.computeIfAbsent(
                                            new Order(method.name(), path.substring(BASE.length())),
                                            order -> new ArrayList<>())
                                    .add(handler);
            });
        handlers.values()
                .forEach(list -> list.sort(
                        Comparator.comparing(handler -> handler.getMethod().getName())));
        return handlers;
    }

    private static void complete(OpenAPI document) {
        if (document.getPaths() == null) return;
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    Optional<Route> route = Routes.table().find(method.name(), path.replaceAll("[{}]", "x"));
                    ErrorResponses.addTo(operation, method == HttpMethod.GET ? OF_READS : OF_WRITES);
                    if (method == HttpMethod.GET)
                        addHeader(operation, "Daybook-Min-Position", "waits for this position", false);
                    route.filter(row -> !row.open()).ifPresent(row -> {
                        operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
                        operation.setDescription(describe(operation, row));
                        if (method != HttpMethod.GET)
                            addHeader(operation, "Idempotency-Key", "makes a repeat harmless", row.keyed());
                    });
                }));
    }

    private static String describe(Operation operation, Route route) {
        String roles = route.roles().stream().map(role -> role.label()).sorted().collect(Collectors.joining(", "));
        String before = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
        return before + "Roles: " + roles + ".";
    }

    private static void addHeader(Operation operation, String name, String meaning, boolean required) {
        operation.addParametersItem(new Parameter()
                .in("header")
                .name(name)
                .description(meaning)
                .required(required)
                .schema(new StringSchema()));
    }
}
