package io.daybook.imports;

import java.util.List;

/** One record of a CSV file; {@code fields} is empty when it is too long to be kept. */
record CsvRecord(long row, List<String> fields, boolean tooLong) {
    CsvRecord {
        fields = List.copyOf(fields);
    }
}
