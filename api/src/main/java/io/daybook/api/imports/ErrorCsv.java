package io.daybook.api.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** The refused rows of an import as a file: row, column, code, message. */
final class ErrorCsv {
    private ErrorCsv() {}

    static void write(Imports imports, String id, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord("row", "column", "code", "message");
        try {
            imports.readErrors(
                    id,
                    (row, error) -> csv.writeRecord(Long.toString(row), error.column(), error.code(), error.message()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
    }
}
