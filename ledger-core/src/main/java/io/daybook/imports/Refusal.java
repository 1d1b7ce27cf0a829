package io.daybook.imports;

/** Leaves the reading of one row, or of a file's head, at the first thing that is wrong with it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RowError error;

    Refusal(String column, String code, String message) {
        super(code, null, false, false);
        error = new RowError(column, code, message);
    }

    RowError error() {
        return error;
    }
}
