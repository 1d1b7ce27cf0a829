package io.daybook.imports;

/** A file after its first look: one that can be read row by row, or the single reason why none of it can. */
public sealed interface Opened<F> {
    record Readable<F>(F file) implements Opened<F> {}

    record Refused<F>(RowError error) implements Opened<F> {}
}
