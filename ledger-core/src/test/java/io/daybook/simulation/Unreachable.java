package io.daybook.simulation;

/** The database did not answer: it may have committed, or not. */
final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreachable(String what) {
        super(what, null, false, false);
    }
}
