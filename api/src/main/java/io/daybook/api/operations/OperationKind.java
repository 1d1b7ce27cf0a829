package io.daybook.api.operations;

/** A kind of long work. It may be run again from the start after a crash: what it orders must be idempotent. */
public interface OperationKind {
    /** Stable, kebab-case: running operations find their kind by it after a restart. */
    String name();

    /** Errors: an exception fails the operation, except an interrupt, after which it is resumed. */
    void carryOut(OperationRun run) throws InterruptedException;
}
