package io.daybook.api.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often a running import has met each row, so that twins are told apart however large the file is. */
final class SeenTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate plain;

    SeenTable(DataSource dataSource) {
        plain = new JdbcTemplate(dataSource);
        jdbc = JdbcClient.create(plain);
    }

    /** Those of {@code twins} that were met before. */
    Map<String, Long> times(String importId, Collection<String> twins) {
        Map<String, Long> times = new HashMap<>();
        plain.query(connection -> ofTwins(connection, importId, twins), row -> {
            times.put(HexFormat.of().formatHex(row.getBytes("twins")), row.getLong("times"));
        });
        return times;
    }

    /** Planned each time: the plan that is best while an import begins reads the whole table, which grows with the import. */
    private static PreparedStatement ofTwins(Connection connection, String importId, Collection<String> twins)
            throws SQLException {
        PreparedStatement select = connection.prepareStatement(
                "SELECT twins, times FROM daybook.import_seen WHERE import = ? AND twins = ANY (?)");
        select.unwrap(PGStatement.class).setPrepareThreshold(0);
        select.setString(1, importId);
        select.setArray(2, connection.createArrayOf("bytea", keys(twins)));
        return select;
    }

    void add(String importId, Map<String, Long> more) {
        if (more.isEmpty()) return;
        Collection<String> twins = more.keySet();
        jdbc.sql("""
                INSERT INTO daybook.import_seen (import, twins, times)
                SELECT ?, m.twins, m.times FROM unnest(?::bytea[], ?::bigint[]) AS m (twins, times)
                ON CONFLICT (import, twins) DO UPDATE SET times = import_seen.times + EXCLUDED.times
                """)
                .params(importId, keys(twins), twins.stream().map(more::get).toArray(Long[]::new))
                .update();
    }

    void delete(String importId) {
        jdbc.sql("DELETE FROM daybook.import_seen WHERE import = ?")
                .param(importId)
                .update();
    }

    private static byte[][] keys(Collection<String> twins) {
        return twins.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
    }
}
