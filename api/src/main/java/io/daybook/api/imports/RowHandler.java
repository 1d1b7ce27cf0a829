package io.daybook.api.imports;

import io.daybook.imports.Parsed;
import java.util.List;

/** Decides what becomes of rows. Repeating a chunk after a crash gives the same tally and no second effect. */
interface RowHandler<T> {
    Tally decide(ImportRecord record, List<Parsed<T>> rows);
}
