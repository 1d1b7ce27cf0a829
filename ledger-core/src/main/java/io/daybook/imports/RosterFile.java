package io.daybook.imports;

import java.io.IOException;
import java.io.InputStream;

/** A roster after a first reading from end to end: its columns, and how many rows it has. */
public final class RosterFile {
    private final Header<RosterColumn> header;
    private final long rows;

    private RosterFile(Header<RosterColumn> header, long rows) {
        this.header = header;
        this.rows = rows;
    }

    /** Refused with {@code empty-file, missing-column, duplicate-column} or {@code bad-encoding}. */
    public static Opened<RosterFile> open(InputStream bytes) throws IOException {
        return CsvFile.open(bytes, records -> {
            Header<RosterColumn> header = CsvFile.header(records, RosterColumn.LAYOUT);
            long rows = 0;
            while (records.next().isPresent()) rows++;
            return new RosterFile(header, rows);
        });
    }

    /** Rows below the header, good and bad. */
    public long rows() {
        return rows;
    }

    /** Reads the rows of the same bytes. */
    public ImportRows<RosterRow> read(InputStream bytes) throws IOException {
        return new ImportRows<>(CsvFile.belowHeader(bytes), new RosterRowReader(header)::read);
    }
}
