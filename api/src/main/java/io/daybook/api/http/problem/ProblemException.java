package io.daybook.api.http.problem;

import io.daybook.api.http.problem.Problem.Field;
import io.daybook.kernel.Rejection;
import java.util.List;
import java.util.Map;

/** Ends a request with a problem. Its message reaches the caller, so it holds no personal data and no insides. */
public final class ProblemException extends RuntimeException {
    private static final String NOT_FOUND = "not-found";

    private final String code;
    private final List<Field> errors;
    private final boolean ruled;

    private ProblemException(String code, String detail, List<Field> errors, boolean ruled) {
        super(detail, null, false, false);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.ruled = ruled;
    }

    public static ProblemException of(String code, String detail) {
        return new ProblemException(code, detail, List.of(), false);
    }

    /** A rule's no: the same order would get it again, so it is kept under the request's key. */
    public static ProblemException of(Rejection reason) {
        return new ProblemException(reason.code(), reason.message(), List.of(), true);
    }

    /** A rule's no with the places of the body it is about. */
    public static ProblemException of(Rejection reason, List<Field> errors) {
        return new ProblemException(reason.code(), reason.message(), errors, true);
    }

    /** A rule's no, at the place of the body that its code is about, if it is one of {@code places}. */
    public static ProblemException of(Rejection reason, Map<String, String> places) {
        String pointer = places.get(reason.code());
        return pointer == null ? of(reason) : of(reason, List.of(new Field(pointer, reason.code(), reason.message())));
    }

    /** A fault at one place of the body; the pointer is RFC 6901. */
    public static ProblemException at(String pointer, String code, String detail) {
        return at(List.of(new Field(pointer, code, detail)));
    }

    /** Faults at several places of the body; the first names the problem. */
    public static ProblemException at(List<Field> errors) {
        Field first = errors.getFirst();
        return new ProblemException(first.code(), first.detail(), errors, false);
    }

    /** What was asked for is not there, or is not the caller's to see: the two look the same. */
    public static ProblemException notFound(String what) {
        return of(NOT_FOUND, "There is no such " + what + ".");
    }

    public static ProblemException badParameter(String name, String detail) {
        return of("bad-parameter", "The parameter " + name + " " + detail + ".");
    }

    public String code() {
        return code;
    }

    public List<Field> errors() {
        return errors;
    }

    boolean isNotFound() {
        return code.equals(NOT_FOUND);
    }

    public boolean isRuled() {
        return ruled;
    }

    public int status() {
        return ProblemStatus.of(code);
    }

    public String detail() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
