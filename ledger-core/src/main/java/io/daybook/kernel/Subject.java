package io.daybook.kernel;

/** Who acts, as the token's {@code sub} says it. Two sessions of one person are one subject. */
public record Subject(String value) {
    /** Daybook itself: policies and the payout engine. */
    public static final Subject SYSTEM = new Subject("daybook");

    /** A command run beside the server: whoever can read its data folder, and nobody can tell who that was. */
    public static final Subject LOCAL_COMMAND = new Subject("local-command");

    public Subject {
        if (value.isBlank()) throw new IllegalArgumentException("a subject must not be blank");
    }

    /** Whether it stands for one known person, who may sign: neither Daybook nor a local command ever counts as one of two. */
    public boolean isSomebody() {
        return !equals(SYSTEM) && !equals(LOCAL_COMMAND);
    }
}
