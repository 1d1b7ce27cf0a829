package io.daybook.api.imports;

import io.daybook.imports.RowError;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every refused row with its reason. */
final class ErrorTable {
    private static final int PAGE = 1000;

    private final JdbcClient jdbc;

    ErrorTable(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    void insert(String importId, List<Fate.Rejected> errors) {
        if (errors.isEmpty()) return;
        jdbc.sql("""
                INSERT INTO daybook.import_error (import, row_number, column_name, code, message)
                SELECT ?, e.row_number, e.column_name, e.code, e.message
                FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) AS e (row_number, column_name, code, message)
                """)
                .params(
                        importId,
                        errors.stream().map(Fate.Rejected::row).toArray(Long[]::new),
                        texts(errors, RowError::column),
                        texts(errors, RowError::code),
                        texts(errors, RowError::message))
                .update();
    }

    /** Those of rows after {@code row}, in the order of rows and in constant memory. */
    void forEachAfter(String importId, long row, Consumer<Fate.Rejected> reader) {
        Fate.Rejected last = new Fate.Rejected(row + 1, new RowError("", "", ""));
        List<Fate.Rejected> page;
        do {
            page = page(importId, last);
            page.forEach(reader);
            if (!page.isEmpty()) last = page.getLast();
        } while (page.size() == PAGE);
    }

    private List<Fate.Rejected> page(String importId, Fate.Rejected after) {
        return jdbc.sql("""
                SELECT row_number, column_name, code, message FROM daybook.import_error
                WHERE import = ? AND (row_number, code, message) > (?, ?, ?)
                ORDER BY row_number, code, message LIMIT ?
                """)
                .params(
                        importId,
                        after.row(),
                        after.error().code(),
                        after.error().message(),
                        PAGE)
                .query((row, n) -> new Fate.Rejected(
                        row.getLong("row_number"),
                        new RowError(row.getString("column_name"), row.getString("code"), row.getString("message"))))
                .list();
    }

    private static String[] texts(List<Fate.Rejected> errors, Function<RowError, String> part) {
        return errors.stream().map(error -> part.apply(error.error())).toArray(String[]::new);
    }
}
