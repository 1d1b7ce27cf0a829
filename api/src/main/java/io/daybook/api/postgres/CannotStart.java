package io.daybook.api.postgres;

import java.util.List;

/** Daybook refuses to start, and says why: one line per problem, meant for the person at the terminal. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    public CannotStart(String problem) {
        this(List.of(problem));
    }

    public CannotStart(String problem, Throwable cause) {
        super(problem, cause);
        this.problems = List.of(problem);
    }

    public CannotStart(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
