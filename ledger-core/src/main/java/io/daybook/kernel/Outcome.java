package io.daybook.kernel;

/** What became of an order, the same for ever under its command id. */
public sealed interface Outcome {
    /** Carried out; {@code position} is the last one it wrote, or the log's head when it wrote nothing. */
    record Done(long position) implements Outcome {}

    record Refused(Rejection reason) implements Outcome {}
}
