package io.daybook.architecture.canary.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Writer;

final class WritesCells {
    static void write(Writer out, String formula) {
        CsvWriter.builder().build(out).writeRecord(formula);
    }
}
