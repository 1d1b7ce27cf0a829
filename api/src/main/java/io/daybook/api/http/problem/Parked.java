package io.daybook.api.http.problem;

/** The views lack a fact on which something rests that was asked for. */
public final class Parked {
    private Parked() {}

    public static ProblemException problem() {
        return ProblemException.of(
                "projection-behind",
                "The views lack facts that could not be taken in; an operator finds them under /dead-letters.");
    }
}
