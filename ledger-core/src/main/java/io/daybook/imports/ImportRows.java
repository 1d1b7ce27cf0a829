package io.daybook.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A file's rows, one after the other. */
public final class ImportRows<T> {
    private static final long CHARACTERS_AT_ONCE = 1_000_000;

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

    /** The next rows, {@code most} at the most and fewer where they are long; none at the end of the file. */
    public List<Parsed<T>> next(int most) throws IOException {
        List<Parsed<T>> rows = new ArrayList<>();
        long characters = 0;
        while (rows.size() < most && characters < CHARACTERS_AT_ONCE) {
            Optional<CsvRecord> record = records.next();
            if (record.isEmpty()) break;
            rows.add(meaning.apply(record.get()));
            characters +=
                    record.get().fields().stream().mapToLong(String::length).sum();
        }
        return rows;
    }

    /** Passes over rows without looking at what they mean. */
    public void skip(long rows) throws IOException {
        for (long i = 0; i < rows; i++) records.next();
    }
}
