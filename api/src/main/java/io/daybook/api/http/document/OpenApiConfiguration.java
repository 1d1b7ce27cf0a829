package io.daybook.api.http.document;

import static io.daybook.api.http.document.WireSchemas.typed;

import io.daybook.api.http.problem.Problem;
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
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** Completes the document: texts, tokens, keys, pages, and every refusal. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String BASE = "/api/v1";
    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Write.class, PageRequest.class);
    }

    @Bean
    GlobalOpenApiCustomizer completed(ObjectProvider<RequestMappingHandlerMapping> controllers) {
        return document -> {
            WireSchemas schemas = new WireSchemas();
            document.setInfo(info());
            document.setServers(List.of(new Server().url("/").description("This Daybook.")));
            Components components = document.getComponents() == null ? new Components() : document.getComponents();
            components.addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                            .type(SecurityScheme.Type.HTTP)
                            .scheme("bearer")
                            .bearerFormat("JWT")
                            .description("A token of the issuer that this Daybook believes, or one of development."));
            WireHeaders.addTo(components);
            schemas.of(Problem.class);
            document.addExtension("x-problems", ErrorResponses.all());
            document.setComponents(components);
            if (document.getPaths() != null)
                document.getPaths().keySet().removeIf(path -> !path.startsWith(BASE + "/"));
            describe(document, schemas, controllers.stream().toList());
            components.setSchemas(new TreeMap<>(schemas.named()));
            OperationTexts texts = new OperationTexts();
            if (document.getPaths() != null) complete(document, texts, new ParameterTexts());
            if (document.getPaths() != null) document.setPaths(sorted(document.getPaths(), texts));
        };
    }

    private static Info info() {
        return new Info()
                .title("Daybook")
                .version("1")
                .description(TextLines.whole("guide.md"))
                .contact(new Contact().name("Daybook").url("https://daybook.dev"))
                .license(new License().name("Apache 2.0").identifier("Apache-2.0"));
    }

    /** Pages are arguments of ours that springdoc cannot read. */
    @Bean
    GlobalOperationCustomizer paged() {
        return (operation, method) -> {
            if (Arrays.asList(method.getMethod().getParameterTypes()).contains(PageRequest.class)) {
                operation.addParametersItem(new Parameter()
                        .in("query")
                        .name("limit")
                        .schema(typed("integer")
                                ._default(100)
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(500))));
                operation.addParametersItem(
                        new Parameter().in("query").name("cursor").schema(typed("string")));
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

    private static void complete(OpenAPI document, OperationTexts texts, ParameterTexts parameters) {
        Set<String> sections = new HashSet<>();
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    String below = path.substring(BASE.length());
                    Route route = Routes.table()
                            .find(method.name(), path.replaceAll("[{}]", "x"))
                            .orElseThrow();
                    Optional<OperationTexts.Text> text = texts.of(method.name(), below);
                    headers(operation, method, route);
                    parameters.describe(operation, below);
                    List<String> own = text.map(OperationTexts.Text::codes).orElse(List.of());
                    ErrorResponses.addTo(
                            document.getComponents(),
                            operation,
                            RefusalCodes.of(method.name(), below, operation, route, own));
                    String section = text.map(OperationTexts.Text::section).orElse(below.split("/")[1]);
                    sections.add(section);
                    operation.setTags(List.of(section));
                    operation.setSummary(text.map(OperationTexts.Text::summary).orElse(null));
                    operation.setDescription(
                            describe(text.map(OperationTexts.Text::description).orElse(""), route));
                }));
        texts.sections().forEach((name, about) -> {
            if (sections.contains(name))
                document.addTagsItem(new Tag().name(name).description(about));
        });
    }

    private static Paths sorted(Paths paths, OperationTexts texts) {
        Paths sorted = new Paths();
        paths.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        path -> texts.place(path.getKey().substring(BASE.length()))))
                .forEach(path -> sorted.addPathItem(path.getKey(), path.getValue()));
        return sorted;
    }

    private static void headers(Operation operation, HttpMethod method, Route route) {
        if (method == HttpMethod.GET) addHeader(operation, "Daybook-Min-Position", false);
        addHeader(operation, WireHeaders.REQUEST, false);
        if (route.open()) return;
        operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
        if (method != HttpMethod.GET) addHeader(operation, "Idempotency-Key", route.keyed());
    }

    private static String describe(String text, Route route) {
        String roles = route.roles().stream().map(role -> role.label()).sorted().collect(Collectors.joining(", "));
        String who = route.open() ? "No token is needed." : "Roles: " + roles + ".";
        return text.isEmpty() ? who : text + "\n\n" + who;
    }

    private static void addHeader(Operation operation, String name, boolean required) {
        operation.addParametersItem(
                new Parameter().in("header").name(name).required(required).schema(typed("string")));
    }
}
