package io.daybook.kernel;

/** Who acts, as the token's {@code sub} says it. Two sessions of one person are one subject. */
public record Subject(String value) {
    /** Daybook itself: policies and the payout engine. */
    public static final Subject SYSTEM = new Subject("daybook");

    public Subject {
        if (value.isBlank()) throw new IllegalArgumentException("a subject must not be blank");
    }
}
