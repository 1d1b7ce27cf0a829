package io.daybook.audit;

/** Bytes that are not what they should be. The message says what is wrong, in words for whoever handed them in. */
public final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public Malformed(String message) {
        super(message);
    }

    public Malformed(String message, Throwable cause) {
        super(message, cause);
    }

    /** Never null: every one was given its words. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
