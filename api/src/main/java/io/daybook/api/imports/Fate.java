package io.daybook.api.imports;

import io.daybook.imports.RowError;

/** What became of one row. */
sealed interface Fate {
    long row();

    record Accepted(long row) implements Fate {}

    record Duplicate(long row) implements Fate {}

    record Rejected(long row, RowError error) implements Fate {}
}
