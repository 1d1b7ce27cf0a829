package io.daybook.api.imports;

/** Where an import stands. A failed one could not be read as a file; bad rows alone fail nothing. */
public enum ImportStatus {
    RECEIVED,
    RUNNING,
    COMPLETED,
    FAILED;

    public boolean ended() {
        return this == COMPLETED || this == FAILED;
    }
}
