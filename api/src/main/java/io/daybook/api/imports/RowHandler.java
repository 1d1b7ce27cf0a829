package io.daybook.api.imports;

import io.daybook.imports.Parsed;
import java.util.List;

/** Decides what becomes of rows. Repeating a chunk after a crash gives the same tally and no second effect. */
interface RowHandler<T> {
    /** Looks up what the rows before these cannot change: may run while those are being decided. */
    Prepared prepare(ImportRecord record, List<Parsed<T>> rows);

    /** A chunk that waits for its turn. */
    @FunctionalInterface
    interface Prepared {
        /** Once all rows before have been counted. */
        Tally decide();
    }
}
