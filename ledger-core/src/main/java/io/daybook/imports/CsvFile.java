package io.daybook.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;

/** What every file goes through before its rows mean anything. */
final class CsvFile {
    private CsvFile() {}

    /** Looks at a file from its first record on. */
    interface FirstLook<F> {
        F at(CsvRecords records) throws IOException;
    }

    static <F> Opened<F> open(InputStream bytes, FirstLook<F> look) throws IOException {
        try {
            return new Opened.Readable<>(look.at(new CsvRecords(Utf8.reader(bytes))));
        } catch (Refusal refusal) {
            return new Opened.Refused<>(refusal.error());
        } catch (CharacterCodingException e) {
            return new Opened.Refused<>(
                    new RowError("", "bad-encoding", "The file is not UTF-8 text; save it as CSV in UTF-8."));
        }
    }

    /** Errors: Refusal where the file has no header that fits the layout. */
    static <C extends Enum<C>> Header<C> header(CsvRecords records, Layout<C> layout) throws IOException {
        CsvRecord first = records.next().orElseThrow(() -> new Refusal("", "empty-file", "The file holds no rows."));
        return Header.of(layout, first);
    }

    static CsvRecords belowHeader(InputStream bytes) throws IOException {
        CsvRecords records = new CsvRecords(Utf8.reader(bytes));
        records.next();
        return records;
    }
}
