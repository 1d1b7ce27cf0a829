package io.daybook.rail;

/** The provider gives us no access to an account (any more): nothing can be read there, and nothing be sent. */
public final class RailDenied extends RailUnavailable {
    private static final long serialVersionUID = 1;

    public RailDenied(String message) {
        super(message);
    }
}
