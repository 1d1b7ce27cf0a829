package io.daybook.api.operations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Long work as its owner sees it.
 *
 * @param done of {@code total}, those that failed included
 * @param errors the first of those that failed
 * @param result null until it has ended, and where there is none
 * @param version rises with every change
 */
public record Operation(
        String id,
        String kind,
        Status status,
        long done,
        long total,
        long failed,
        List<Failure> errors,
        @Nullable JsonNode result,
        @JsonIgnore String owner,
        @JsonIgnore long version) {
    /** Whether it goes on. */
    public enum Status {
        RUNNING,
        COMPLETED,
        FAILED
    }

    /** One item that failed. @param item its id, or where in the input it stands */
    public record Failure(String item, String code, String detail) {}

    @JsonIgnore
    public boolean hasEnded() {
        return status != Status.RUNNING;
    }
}
