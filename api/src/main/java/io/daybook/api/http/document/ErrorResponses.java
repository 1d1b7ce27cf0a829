package io.daybook.api.http.document;

import io.daybook.api.http.problem.ProblemStatus;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The refusals that an operation can answer with: one response for each status, with an example of each code. */
final class ErrorResponses {
    private static final Map<Integer, String> WHEN = when();
    private static final Map<String, String> SENTENCES = TextLines.named("problems.txt");
    private static final Map<Integer, String> HEADERS = Map.of(401, "WWW-Authenticate", 503, "Retry-After");

    private ErrorResponses() {}

    /** Every code there is with its status and meaning, for those too that no operation alone answers with. */
    static Map<String, Object> all() {
        Map<String, Object> all = new TreeMap<>();
        SENTENCES.forEach((code, sentence) ->
                all.put(code, Map.of("status", ProblemStatus.find(code).orElse(409), "meaning", sentence)));
        return all;
    }

    /** Tells of an operation that it can be refused with these codes. */
    static void addTo(Components components, Operation operation, Collection<String> codes) {
        Map<Integer, List<String>> byStatus = new TreeMap<>();
        for (String code : codes) {
            String sentence = SENTENCES.getOrDefault(code, code);
            components.addExamples(code, new Example().summary(sentence).value(problem(code, sentence)));
            byStatus.computeIfAbsent(ProblemStatus.of(code), status -> new ArrayList<>())
                    .add(code);
        }
        byStatus.forEach(
                (status, some) -> operation.getResponses().addApiResponse(status.toString(), response(status, some)));
    }

    private static ApiResponse response(int status, List<String> codes) {
        MediaType media = new MediaType().schema(new JsonSchema().$ref("#/components/schemas/Problem"));
        for (String code : codes) media.addExamples(code, new Example().$ref("#/components/examples/" + code));
        ApiResponse response = new ApiResponse()
                .description(WHEN.getOrDefault(status, "It is refused."))
                .content(new Content().addMediaType("application/problem+json", media));
        WireHeaders.addTo(response, WireHeaders.REQUEST);
        String header = HEADERS.get(status);
        if (header != null) WireHeaders.addTo(response, header);
        return response;
    }

    private static Map<String, Object> problem(String code, String sentence) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "https://daybook.dev/problems/" + code);
        example.put(
                "title",
                Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' '));
        example.put("status", ProblemStatus.of(code));
        example.put("detail", sentence);
        example.put("code", code);
        example.put("instance", "urn:daybook:request:7c9e6679-7425-40de-944b-e07fc1f90ae7");
        return example;
    }

    private static Map<Integer, String> when() {
        Map<Integer, String> when = new LinkedHashMap<>();
        when.put(400, "The request is not as documented.");
        when.put(401, "There is no valid token.");
        when.put(403, "The caller's roles do not allow it, or a second person is needed.");
        when.put(404, "It is not there, or not the caller's to see.");
        when.put(406, "It cannot be written in the media type asked for.");
        when.put(408, "The body did not come in time.");
        when.put(409, "Things stand otherwise than the request supposes.");
        when.put(410, "It was done; its answer went with the person's data.");
        when.put(412, "It has changed since it was read with the ETag that If-Match names.");
        when.put(413, "The body is too large.");
        when.put(415, "The body's media type is not read here.");
        when.put(422, "A rule refuses it.");
        when.put(429, "Too many requests: wait as long as Retry-After says.");
        when.put(500, "Something went wrong on our side.");
        when.put(503, "Not just now: try again in a moment.");
        return when;
    }
}
