package io.daybook.api.http.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.daybook.money.Money;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file, cell by cell. What is text stays text, whatever it begins with; what is a number stays one, below zero too. */
public final class CsvOut implements Closeable, Flushable {
    private final CsvWriter csv;
    private final List<String> row = new ArrayList<>();

    public CsvOut(Writer out, List<String> header) {
        csv = CsvWriter.builder().build(out);
        csv.writeRecord(header);
    }

    /** Blank where it is null. */
    public CsvOut text(@Nullable String text) {
        row.add(text == null ? "" : CsvText.harmless(text));
        return this;
    }

    public CsvOut number(long number) {
        row.add(Long.toString(number));
        return this;
    }

    /** In major units, without its currency. */
    public CsvOut amount(Money money) {
        row.add(money.toMajor());
        return this;
    }

    public CsvOut blank(int cells) {
        for (int i = 0; i < cells; i++) row.add("");
        return this;
    }

    public void end() {
        csv.writeRecord(row);
        row.clear();
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
