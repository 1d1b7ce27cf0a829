package io.daybook.rail;

/** The provider did not answer a read. Nothing is known and nothing moved; ask again later. */
public final class RailUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RailUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
