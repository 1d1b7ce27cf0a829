package io.daybook.rail;

/** The provider did not answer a read. Nothing is known and nothing moved; ask again later. */
public class RailUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Without a cause where the provider's own words could give a secret away. */
    public RailUnavailable(String message) {
        super(message);
    }

    public RailUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
