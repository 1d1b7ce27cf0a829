package io.daybook.api.http.document;

import io.daybook.api.http.problem.Problem;
import io.daybook.api.http.problem.ProblemStatus;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The refusals that a path can answer with, all of one shape. */
final class ErrorResponses {
    private static final Map<Integer, String> WHEN = when();

    private ErrorResponses() {}

    /** Registers one response per status, all with the problem's schema. */
    static void addTo(Components components, WireSchemas schemas) {
        schemas.of(Problem.class);
        WHEN.forEach((status, sentence) -> components.addResponses("problem-" + status, response(status, sentence)));
    }

    /** Points an operation at those of the statuses. */
    static void addTo(Operation operation, List<Integer> statuses) {
        ApiResponses responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        for (int status : statuses)
            if (!responses.containsKey(Integer.toString(status)))
                responses.addApiResponse(
                        Integer.toString(status), new ApiResponse().$ref("#/components/responses/problem-" + status));
        operation.setResponses(responses);
    }

    private static ApiResponse response(int status, String sentence) {
        String code = ProblemStatus.codes().stream()
                .filter(known -> ProblemStatus.of(known) == status)
                .sorted()
                .findFirst()
                .orElse("internal");
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "https://daybook.dev/problems/" + code);
        example.put("title", code.replace('-', ' '));
        example.put("status", status);
        example.put("detail", sentence);
        example.put("code", code);
        return new ApiResponse()
                .description(sentence)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/Problem"))
                                        .example(example)));
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
