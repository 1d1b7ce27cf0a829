package io.daybook.api.imports;

import io.daybook.kernel.JoiningTable;
import io.daybook.kernel.RiderTable;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of time exports that became time entries. Exact at any moment: each is written with its entry's own event. */
final class ImportedEntryTable {
    private static final int PAGE = 1000;

    private final JdbcClient jdbc;

    ImportedEntryTable(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** Where an entry came from. */
    record Source(String importId, long row) {}

    /** Those of {@code twins} that became entries; each by its key, however many rows the planner believes there are. */
    Map<Twin, Source> find(Collection<Twin> twins) {
        Map<Twin, Source> found = new HashMap<>();
        jdbc.sql("""
                SELECT e.twins, e.nth, e.import, e.row_number
                FROM unnest(?::bytea[], ?::bigint[]) AS wanted (twins, nth)
                CROSS JOIN LATERAL (
                    SELECT i.twins, i.nth, i.import, i.row_number FROM daybook.imported_entry i
                    WHERE i.twins = wanted.twins AND i.nth = wanted.nth
                    ORDER BY i.twins, i.nth LIMIT 1) e
                """)
                .params(keys(twins.stream()), twins.stream().map(Twin::nth).toArray(Long[]::new))
                .query(row -> {
                    found.put(
                            twin(row.getBytes("twins"), row.getLong("nth")),
                            new Source(row.getString("import"), row.getLong("row_number")));
                });
        return found;
    }

    /** Entries of earlier exports that this one no longer holds, a page after {@code after}. */
    List<Gone> gone(ImportRecord record, ImportRequest.Dates range, Gone after) {
        return jdbc.sql("""
                SELECT e.twins, e.nth, e.work_date FROM daybook.imported_entry e
                WHERE e.format = ? AND e.work_date BETWEEN ? AND ? AND (e.twins, e.nth) > (?, ?)
                  AND NOT EXISTS (
                    SELECT 1 FROM daybook.import_seen s
                    WHERE s.import = ? AND s.twins = e.twins AND s.times >= e.nth)
                ORDER BY e.twins, e.nth LIMIT ?
                """)
                .params(
                        record.format().code(),
                        range.from(),
                        range.to(),
                        after.twin().key(),
                        after.twin().nth(),
                        record.id(),
                        PAGE)
                .query((row, n) -> new Gone(
                        twin(row.getBytes("twins"), row.getLong("nth")), row.getObject("work_date", LocalDate.class)))
                .list();
    }

    record Gone(Twin twin, LocalDate workDate) {
        static final Gone BEFORE_ALL = new Gone(new Twin("", 0), LocalDate.EPOCH);
    }

    /** Travels with the order that records the entries. A row that another import was faster with refuses the order. */
    static RiderTable record(ImportRecord record, List<PlannedEntry> entries) {
        String format = record.format().code();
        return new Recorded(entries.stream()
                .map(entry -> new Row(
                        entry.twin(),
                        record.id(),
                        entry.row(),
                        format,
                        entry.entry().workDate()))
                .toList());
    }

    private record Row(Twin twin, String importId, long number, String format, LocalDate workDate) {}

    private record Recorded(List<Row> rows) implements JoiningTable {
        @Override
        public void writeAll(Connection connection, List<JoiningTable> alike) throws SQLException {
            insert(
                    connection,
                    alike.stream()
                            .flatMap(rider -> ((Recorded) rider).rows().stream())
                            .toList());
        }
    }

    private static void insert(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO daybook.imported_entry (twins, nth, import, row_number, format, work_date)
                SELECT e.twins, e.nth, e.import, e.row_number, e.format, e.work_date::date
                FROM unnest(?, ?, ?, ?, ?, ?) AS e (twins, nth, import, row_number, format, work_date)
                """)) {
            insert.setArray(
                    1, connection.createArrayOf("bytea", keys(rows.stream().map(Row::twin))));
            insert.setArray(
                    2, array(connection, "bigint", rows, row -> row.twin().nth(), Long[]::new));
            insert.setArray(3, array(connection, "text", rows, Row::importId, String[]::new));
            insert.setArray(4, array(connection, "bigint", rows, Row::number, Long[]::new));
            insert.setArray(5, array(connection, "text", rows, Row::format, String[]::new));
            insert.setArray(
                    6, array(connection, "text", rows, row -> row.workDate().toString(), String[]::new));
            insert.executeUpdate();
        }
    }

    private static byte[][] keys(Stream<Twin> twins) {
        return twins.map(Twin::key).toArray(byte[][]::new);
    }

    /** The driver sends arrays of these types as they are, and any other as one text that both sides spell out. */
    private static <T> Array array(
            Connection connection, String type, List<Row> rows, Function<Row, T> part, IntFunction<T[]> array)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(part).toArray(array));
    }

    private static Twin twin(byte[] twins, long nth) {
        return new Twin(HexFormat.of().formatHex(twins), nth);
    }
}
