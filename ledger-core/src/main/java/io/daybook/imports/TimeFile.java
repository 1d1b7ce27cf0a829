package io.daybook.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;

/**
 * A time export after a first reading from end to end: its columns, its date order, how many rows it has.
 * The rows are read again from the same bytes, so a file of any size takes constant memory.
 */
public final class TimeFile {
    private static final List<TimeColumn> DATES =
            List.of(TimeColumn.DATE, TimeColumn.START, TimeColumn.END, TimeColumn.START_DATE, TimeColumn.END_DATE);

    private final Header<TimeColumn> header;
    private final DateOrder order;
    private final long rows;

    private TimeFile(Header<TimeColumn> header, DateOrder order, long rows) {
        this.header = header;
        this.order = order;
        this.rows = rows;
    }

    /** Refused with {@code empty-file, missing-column, duplicate-column, bad-encoding} or {@code ambiguous-dates}. */
    public static Opened<TimeFile> open(TimeFormat format, InputStream bytes) throws IOException {
        return CsvFile.open(bytes, records -> {
            Header<TimeColumn> header = CsvFile.header(records, format.layout());
            DateVote vote = new DateVote();
            long rows = 0;
            for (var record = records.next(); record.isPresent(); record = records.next()) {
                rows++;
                if (header.fits(record.get())) count(vote, header, record.get());
            }
            DateOrder order = vote.result().orElseThrow(() -> ambiguous(header));
            return new TimeFile(header, order, rows);
        });
    }

    private static void count(DateVote vote, Header<TimeColumn> header, CsvRecord record) {
        for (TimeColumn column : DATES) {
            String text = header.text(record, column);
            int end = text.indexOf(' ') < 0 ? text.indexOf('T') : text.indexOf(' ');
            vote.see(end < 0 ? text : text.substring(0, end));
        }
    }

    private static Refusal ambiguous(Header<TimeColumn> header) {
        return new Refusal(
                DATES.stream()
                        .filter(header::has)
                        .findFirst()
                        .map(header::label)
                        .orElse(""),
                "ambiguous-dates",
                "Days and months cannot be told apart in this file; export it with dates as YYYY-MM-DD.");
    }

    /** Rows below the header, good and bad. */
    public long rows() {
        return rows;
    }

    /** Reads the rows of the same bytes; wall times are in {@code zone}. */
    public ImportRows<TimeRow> read(InputStream bytes, ZoneId zone) throws IOException {
        TimeRowReader reader = new TimeRowReader(header, order, zone);
        return new ImportRows<>(CsvFile.belowHeader(bytes), reader::read);
    }
}
