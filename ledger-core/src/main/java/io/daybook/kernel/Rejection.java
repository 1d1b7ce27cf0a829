package io.daybook.kernel;

/** A rule's no: a stable code for programs and a sentence for people. Holds no personal data. */
public interface Rejection {
    /** Stable, kebab-case, part of the contract with clients. */
    String code();

    /** One sentence that says what was refused and what would be accepted. */
    String message();
}
