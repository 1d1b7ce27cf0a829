package io.daybook.api.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often a running import has met each row, so that twins are told apart however large the file is. */
final class SeenTable {
    private final JdbcClient jdbc;

    SeenTable(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** Those of {@code twins} that were met before. */
    Map<String, Long> times(String importId, Collection<String> twins) {
        Map<String, Long> times = new HashMap<>();
        jdbc.sql("SELECT twins, times FROM daybook.import_seen WHERE import = ? AND twins = ANY (?)")
                .params(importId, keys(twins))
                .query(row -> {
                    times.put(HexFormat.of().formatHex(row.getBytes("twins")), row.getLong("times"));
                });
        return times;
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
