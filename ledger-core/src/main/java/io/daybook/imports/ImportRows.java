package io.daybook.imports;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** A file's rows, one after the other. */
public final class ImportRows<T> {
    private final CsvRecords records;
    private final Function<CsvRecord, Parsed<T>> meaning;

    ImportRows(CsvRecords records, Function<CsvRecord, Parsed<T>> meaning) {
        this.records = records;
        this.meaning = meaning;
    }

    /** Empty at the end of the file. */
    public Optional<Parsed<T>> next() throws IOException {
        return records.next().map(meaning);
    }

    /** Passes over rows without looking at what they mean. */
    public void skip(long rows) throws IOException {
        for (long i = 0; i < rows; i++) records.next();
    }
}
