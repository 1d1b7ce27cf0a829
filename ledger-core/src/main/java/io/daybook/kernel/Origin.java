package io.daybook.kernel;

/** By which door an order came in. */
public enum Origin {
    /** A person or a program asked over HTTP. */
    REQUEST,
    /** A row of an uploaded file. */
    IMPORT,
    /** One of many that a person decided at once. */
    BULK,
    /** A rule that answers facts. */
    POLICY,
    /** The payout engine: it sends, looks up, and records what a provider says. */
    ENGINE,
    /** A time has come. */
    DUE
}
