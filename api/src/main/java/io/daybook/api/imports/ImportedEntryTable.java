package io.daybook.api.imports;

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

    /** Those of {@code twins} that became entries. */
    Map<Twin, Source> find(Collection<Twin> twins) {
        Map<Twin, Source> found = new HashMap<>();
        jdbc.sql("""
                SELECT e.twins, e.nth, e.import, e.row_number
                FROM unnest(?::bytea[], ?::bigint[]) AS wanted (twins, nth)
                JOIN daybook.imported_entry e ON e.twins = wanted.twins AND e.nth = wanted.nth
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
        return connection -> insert(connection, record, entries);
    }

    private static void insert(Connection connection, ImportRecord record, List<PlannedEntry> entries)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO daybook.imported_entry (twins, nth, import, row_number, format, work_date)
                SELECT e.twins, e.nth, ?, e.row_number, ?, e.work_date
                FROM unnest(?, ?, ?, ?) AS e (twins, nth, row_number, work_date)
                """)) {
            insert.setString(1, record.id());
            insert.setString(2, record.format().code());
            insert.setArray(
                    3, connection.createArrayOf("bytea", keys(entries.stream().map(PlannedEntry::twin))));
            insert.setArray(
                    4,
                    array(connection, "bigint", entries, entry -> entry.twin().nth()));
            insert.setArray(5, array(connection, "bigint", entries, PlannedEntry::row));
            insert.setArray(
                    6, array(connection, "date", entries, entry -> entry.entry().workDate()));
            insert.executeUpdate();
        }
    }

    private static byte[][] keys(Stream<Twin> twins) {
        return twins.map(Twin::key).toArray(byte[][]::new);
    }

    private static Array array(
            Connection connection, String type, List<PlannedEntry> entries, Function<PlannedEntry, Object> part)
            throws SQLException {
        return connection.createArrayOf(type, entries.stream().map(part).toArray());
    }

    private static Twin twin(byte[] twins, long nth) {
        return new Twin(HexFormat.of().formatHex(twins), nth);
    }
}
