package io.daybook.api.http.document;

import static io.daybook.api.http.document.WireSchemas.typed;

import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.Revised;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;

/** Describes one operation by what its controllers take and give: bodies, statuses, media types, examples. */
final class Described {
    private static final String JSON = "application/json";
    private static final Map<String, String> LINES = Map.of(
            "text/csv", "reference,amount,currency\nada-1,1234.56,USD\n",
            "text/event-stream",
                    "id: 3\nevent: progress\ndata: {\"status\": \"RUNNING\", \"done\": 1, \"total\": 2}\n\n",
            "application/pdf", "%PDF-1.7");

    private final WireSchemas schemas;

    Described(WireSchemas schemas) {
        this.schemas = schemas;
    }

    /** @param path below {@code /api/v1} @param handlers one for each group of media types */
    void describe(Operation operation, String method, String path, List<HandlerMethod> handlers) {
        operation.setOperationId(method.toLowerCase(Locale.ROOT) + camel(path));
        operation.setTags(List.of(path.split("/")[1]));
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
            if (status != 204) handlers.forEach(handler -> response(response, handler));
            if (path.equals("/imports/{id}/errors")) response.setContent(Uploads.errors());
            headers(response, method, status, handlers);
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

    private void response(ApiResponse response, HandlerMethod handler) {
        Content content = response.getContent() == null ? new Content() : response.getContent();
        Type given = given(handler);
        for (String media : media(handler, given)) content.addMediaType(media, media(media, handler, given));
        if (!content.isEmpty()) response.setContent(content);
    }

    private MediaType media(String media, HandlerMethod handler, Type given) {
        String line = LINES.get(media);
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

    private static void headers(ApiResponse response, String method, int status, List<HandlerMethod> handlers) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!method.equals("GET")) headers.put("Daybook-Position", "how far the log has come with this");
        if (status == 201 || status == 202) headers.put("Location", "where to look for it");
        Optional<HandlerMethod> list = handlers.stream()
                .filter(handler -> given(handler) instanceof ParameterizedType type && type.getRawType() == Page.class)
                .findFirst();
        if (method.equals("GET") && handlers.stream().anyMatch(Described::isTagged))
            headers.put("ETag", "what If-Match and If-None-Match take");
        if (list.isPresent()) headers.put("Link", "rel=\"next\" where the list goes on");
        headers.forEach((name, meaning) ->
                response.addHeaderObject(name, new Header().description(meaning).schema(typed("string"))));
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
