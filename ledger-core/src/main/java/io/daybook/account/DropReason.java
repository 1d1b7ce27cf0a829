package io.daybook.account;

/** Why a line of an approved batch is not paid. */
public enum DropReason {
    /** A blocking reason stands. */
    BLOCKED,
    /** The account no longer has the whole amount; a line is never paid in part. */
    INSUFFICIENT_AVAILABLE,
    /** The destination is no longer the approved one. */
    DESTINATION_CHANGED,
    BATCH_CANCELED
}
