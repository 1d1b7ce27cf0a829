package io.daybook.api.http.document;

import static io.daybook.api.http.document.WireSchemas.typed;

import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.Revised;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;

/** Describes one operation by what its controllers take and give: bodies, statuses, media types, examples. */
final class Described {
    private static final String JSON = "application/json";
    private final WireSchemas schemas;

    Described(WireSchemas schemas) {
        this.schemas = schemas;
    }

    /** @param path below {@code /api/v1} @param handlers one for each group of media types */
    void describe(Operation operation, String method, String path, List<HandlerMethod> handlers) {
        operation.setOperationId(method.toLowerCase(Locale.ROOT) + camel(path));
        handlers.forEach(handler -> request(operation, handler));
        if (handlers.stream().anyMatch(handler -> handler.hasMethodAnnotation(Revised.class)))
            operation.addParametersItem(new Parameter()
                    .in("header")
                    .name("If-Match")
                    .description("the ETag it was read with: carried out on what was seen, or 412")
                    .schema(typed("string")));
        if (path.equals("/imports") && method.equals("POST")) Uploads.describe(operation);
        if (path.equals("/webhooks/stripe")) operation.setRequestBody(Uploads.webhook());
        ApiResponses responses = new ApiResponses();
        for (int status : Successes.of(method, path)) {
            ApiResponse response = new ApiResponse().description(Successes.sentence(status));
            if (status != 204) handlers.forEach(handler -> response(response, path, handler));
            if (path.equals("/imports/{id}/errors")) response.setContent(Uploads.errors());
            WireHeaders.addTo(response, method, path, status, handlers.stream().anyMatch(Described::isList));
            if (method.equals("GET") && handlers.stream().anyMatch(Described::isTagged))
                WireHeaders.addTo(response, WireHeaders.TAG);
            responses.addApiResponse(Integer.toString(status), response);
        }
        operation.setResponses(responses);
    }

    private void request(Operation operation, HandlerMethod handler) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            var annotation =
                    parameter.getParameterAnnotation(org.springframework.web.bind.annotation.RequestBody.class);
            if (annotation == null || !parameter.getParameterType().isRecord()) continue;
            Type type = parameter.getGenericParameterType();
            operation.setRequestBody(new RequestBody()
                    .required(annotation.required())
                    .content(content(
                            JSON, new MediaType().schema(schemas.of(type)).example(WireExamples.request(type)))));
        }
    }

    private void response(ApiResponse response, String path, HandlerMethod handler) {
        Content content = response.getContent() == null ? new Content() : response.getContent();
        Type given = given(handler);
        for (String media : media(handler, given)) content.addMediaType(media, media(media, path, handler, given));
        if (!content.isEmpty()) response.setContent(content);
    }

    private MediaType media(String media, String path, HandlerMethod handler, Type given) {
        String line = WireLines.of(media, path);
        if (line != null) return new MediaType().schema(typed("string")).example(line);
        if (!media.equals("application/x-ndjson"))
            return new MediaType().schema(schemas.of(given)).example(WireExamples.response(given));
        Type entry = item(handler);
        return new MediaType()
                .schema(schemas.of(entry).description("one a line"))
                .example(WireExamples.response(entry));
    }

    /** What the lines of a stream are: the items of the page that the same controller gives as JSON. */
    private static Type item(HandlerMethod handler) {
        return Arrays.stream(handler.getBeanType().getDeclaredMethods())
                .map(java.lang.reflect.Method::getGenericReturnType)
                .filter(type -> type instanceof ParameterizedType page && page.getRawType() == Page.class)
                .map(type -> ((ParameterizedType) type).getActualTypeArguments()[0])
                .findFirst()
                .orElseThrow();
    }

    private static List<String> media(HandlerMethod handler, Type given) {
        var mapping = handler.getMethodAnnotation(org.springframework.web.bind.annotation.GetMapping.class);
        if (mapping != null && mapping.produces().length > 0) return List.of(mapping.produces());
        boolean isPage = given instanceof ParameterizedType;
        return isPage || given instanceof Class<?> type && type.isRecord() ? List.of(JSON) : List.of();
    }

    private static boolean isTagged(HandlerMethod handler) {
        return handler.getMethod().getReturnType() == ResponseEntity.class
                && given(handler) instanceof Class<?> type
                && type.isRecord();
    }

    private static Type given(HandlerMethod handler) {
        Type type = handler.getMethod().getGenericReturnType();
        return type instanceof ParameterizedType wrapped && wrapped.getRawType() == ResponseEntity.class
                ? wrapped.getActualTypeArguments()[0]
                : type;
    }

    private static boolean isList(HandlerMethod handler) {
        return given(handler) instanceof ParameterizedType type && type.getRawType() == Page.class;
    }

    private static Content content(String media, MediaType type) {
        return new Content().addMediaType(media, type);
    }

    private static String camel(String path) {
        StringBuilder name = new StringBuilder();
        for (String part : path.split("[/-]")) {
            String word = part.startsWith("{") ? "By" + upper(part.substring(1, part.length() - 1)) : upper(part);
            name.append(word);
        }
        return name.toString();
    }

    private static String upper(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
