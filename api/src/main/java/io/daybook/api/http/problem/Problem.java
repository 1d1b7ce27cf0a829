package io.daybook.api.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as RFC 9457 writes it.
 *
 * @param code stable and kebab-case, for programs; the last part of {@code type}
 * @param detail one sentence for people
 * @param instance names this one occurrence, as the log does
 * @param errors the places in the body, where it is the body's fault
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String instance,
        List<Field> errors) {
    private static final String TYPES = "https://daybook.dev/problems/";

    public Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(int status, String code, String detail, @Nullable String requestId, List<Field> errors) {
        String title = Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
        String instance = requestId == null ? null : "urn:daybook:request:" + requestId;
        return new Problem(TYPES + code, title, status, detail, code, instance, errors);
    }

    /**
     * One place at fault.
     *
     * @param pointer RFC 6901, from the root of the body; empty for the whole of it
     */
    public record Field(String pointer, String code, String detail) {}
}
