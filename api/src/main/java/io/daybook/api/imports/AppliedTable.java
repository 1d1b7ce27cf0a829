package io.daybook.api.imports;

import io.daybook.kernel.RiderTable;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of a running roster import that have changed something already, in case the import is killed before it says so. */
final class AppliedTable {
    private final JdbcClient jdbc;

    AppliedTable(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    Set<Long> among(String importId, Collection<Long> rows) {
        return new HashSet<>(
                jdbc.sql("SELECT row_number FROM daybook.import_applied WHERE import = ? AND row_number = ANY (?)")
                        .params(importId, rows.toArray(Long[]::new))
                        .query((row, n) -> row.getLong("row_number"))
                        .list());
    }

    /** Travels with each order of the row. */
    static RiderTable record(String importId, long row) {
        return connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO daybook.import_applied (import, row_number) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
                insert.setString(1, importId);
                insert.setLong(2, row);
                insert.executeUpdate();
            }
        };
    }

    void delete(String importId) {
        jdbc.sql("DELETE FROM daybook.import_applied WHERE import = ?")
                .param(importId)
                .update();
    }
}
