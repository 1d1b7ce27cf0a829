package io.daybook.kernel;

/** What became of an order, the same for ever under its command id. */
public sealed interface Outcome {
    /**
     * Carried out.
     *
     * @param position the last one it wrote, or the log's head when it wrote nothing
     * @param isNew whether this call wrote it: false for a repeat, and where there was nothing to write
     */
    record Done(long position, boolean isNew) implements Outcome {}

    record Refused(Rejection reason) implements Outcome {}
}
