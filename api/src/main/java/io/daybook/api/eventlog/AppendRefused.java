package io.daybook.api.eventlog;

/** A row that travelled with the events broke a constraint; nothing was written. */
public final class AppendRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String constraint;

    AppendRefused(String constraint, Throwable cause) {
        super("refused by constraint " + constraint, cause);
        this.constraint = constraint;
    }

    /** The constraint's name in the database. */
    public String constraint() {
        return constraint;
    }
}
