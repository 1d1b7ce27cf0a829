package io.daybook.imports;

/** One row of a file, read or refused. Row numbers count records, the header being 1; blank lines are none. */
public sealed interface Parsed<T> {
    long row();

    record Good<T>(long row, T value) implements Parsed<T> {}

    record Bad<T>(long row, RowError error) implements Parsed<T> {}
}
