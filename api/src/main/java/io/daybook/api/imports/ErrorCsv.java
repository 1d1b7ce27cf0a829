package io.daybook.api.imports;

import io.daybook.api.http.csv.CsvOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** The refused rows of an import as a file: row, column, code, message. */
final class ErrorCsv {
    private ErrorCsv() {}

    static void write(Imports imports, String id, Writer out) throws IOException {
        CsvOut csv = new CsvOut(out, List.of("row", "column", "code", "message"));
        try {
            imports.readErrors(
                    id,
                    (row, error) -> csv.number(row)
                            .text(error.column())
                            .text(error.code())
                            .text(error.message())
                            .end());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
    }
}
