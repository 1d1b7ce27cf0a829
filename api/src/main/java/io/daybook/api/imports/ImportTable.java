package io.daybook.api.imports;

import io.daybook.imports.TimeFormat;
import io.daybook.kernel.Subject;
import io.daybook.shell.SqlTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports and how far each has come. */
final class ImportTable {
    private static final String COLUMNS = """
            id, kind, format, zone, replace_from, replace_to, actor, status, run, total, accepted, rejected, duplicates
            """;

    private static final String LISTED = "SELECT received_at, " + COLUMNS + " FROM daybook.import ";

    private final DataSource source;
    private final JdbcClient jdbc;

    ImportTable(DataSource dataSource) {
        source = dataSource;
        jdbc = JdbcClient.create(dataSource);
    }

    /** False when there is one of that id, or somebody was about to make it and has. */
    boolean insert(String id, ImportRequest request, Instant at) {
        ImportRequest.Dates replace = request.replace();
        TimeFormat format = request.format();
        return jdbc.sql("""
                INSERT INTO daybook.import
                    (id, kind, format, zone, replace_from, replace_to, actor, status, received_at)
                VALUES (:id, :kind, :format, :zone, :from, :to, :actor, 'RECEIVED', :at)
                ON CONFLICT DO NOTHING
                """)
                        .param("id", id)
                        .param("kind", request.kind().code())
                        .param("format", format == null ? null : format.code())
                        .param("zone", request.zone().getId())
                        .param("from", replace == null ? null : replace.from())
                        .param("to", replace == null ? null : replace.to())
                        .param("actor", request.actor().value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void setContent(String id, String digest) {
        jdbc.sql("UPDATE daybook.import SET content = ? WHERE id = ?")
                .params(digest, id)
                .update();
    }

    boolean hasContent(String id, String digest) {
        return jdbc.sql("SELECT content FROM daybook.import WHERE id = ? AND content = ?")
                .params(id, digest)
                .query((row, n) -> row.getString("content"))
                .optional()
                .isPresent();
    }

    Optional<ImportRecord> find(String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM daybook.import WHERE id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Newest first, those behind {@code after}; null begins. */
    List<Listed> page(Wanted wanted, @Nullable After after, int limit) {
        StringBuilder where = new StringBuilder("WHERE TRUE");
        List<@Nullable Object> values = new ArrayList<>();
        if (after != null) {
            where.append(" AND (received_at, id) < (?, ?)");
            values.addAll(List.of(after.receivedAt(), after.id()));
        }
        and(
                where,
                values,
                "kind = ?",
                wanted.kind() == null ? null : wanted.kind().code());
        and(where, values, "status = ?", wanted.status());
        and(where, values, "received_at >= ?", wanted.from());
        and(where, values, "received_at < ?", wanted.to());
        values.add(limit);
        String wantedRows =
                where.append(" ORDER BY received_at DESC, id DESC LIMIT ?").toString();
        return SqlTable.list(
                source,
                LISTED + wantedRows,
                row -> new Listed(read(row), SqlTable.instant(row, "received_at")),
                values.toArray());
    }

    private static void and(
            StringBuilder where, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value == null) return;
        where.append(" AND ").append(condition);
        values.add(value);
    }

    /** Which imports to look for; null is any. @param from when it was received, at the earliest; @param to before that */
    record Wanted(
            @Nullable ImportKind kind,
            @Nullable ImportStatus status,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** The last one that was seen. */
    record After(Instant receivedAt, String id) {}

    record Listed(ImportRecord record, Instant receivedAt) {}

    /** Oldest first. */
    List<String> unfinished() {
        return jdbc.sql("""
                SELECT id FROM daybook.import WHERE status IN ('RECEIVED', 'RUNNING') ORDER BY received_at, id
                """).query((row, n) -> row.getString("id")).list();
    }

    /** Takes an unfinished import in hand once more; empty when it has ended. */
    Optional<ImportRecord> begin(String id) {
        return jdbc.sql("UPDATE daybook.import SET status = 'RUNNING', run = run + 1"
                        + " WHERE id = ? AND status IN ('RECEIVED', 'RUNNING') RETURNING " + COLUMNS)
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    void setTotal(String id, long total) {
        jdbc.sql("UPDATE daybook.import SET total = ? WHERE id = ?")
                .params(total, id)
                .update();
    }

    /** Counts a chunk; false, and nothing changed, unless the import still stands where {@code before} says. */
    boolean advance(ImportRecord before, Tally tally) {
        return jdbc.sql("""
                UPDATE daybook.import
                SET accepted = accepted + ?, rejected = rejected + ?, duplicates = duplicates + ?
                WHERE id = ? AND run = ? AND status = 'RUNNING' AND accepted + rejected + duplicates = ?
                """)
                        .params(
                                tally.accepted(),
                                tally.errors().size(),
                                tally.duplicates(),
                                before.id(),
                                before.run(),
                                before.rows())
                        .update()
                == 1;
    }

    /** False when it has ended already or is in other hands. */
    boolean end(ImportRecord record, ImportStatus status, Instant at) {
        return jdbc.sql("""
                UPDATE daybook.import SET status = ?, ended_at = ? WHERE id = ? AND run = ? AND status = 'RUNNING'
                """)
                        .params(status.name(), at.atOffset(ZoneOffset.UTC), record.id(), record.run())
                        .update()
                == 1;
    }

    private static ImportRecord read(ResultSet row) throws SQLException {
        String format = row.getString("format");
        return new ImportRecord(
                row.getString("id"),
                new ImportRequest(
                        ImportKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        format == null ? null : TimeFormat.valueOf(format.toUpperCase(Locale.ROOT)),
                        ZoneId.of(row.getString("zone")),
                        dates(
                                row.getObject("replace_from", LocalDate.class),
                                row.getObject("replace_to", LocalDate.class)),
                        new Subject(row.getString("actor"))),
                ImportStatus.valueOf(row.getString("status")),
                row.getInt("run"),
                row.getLong("total"),
                row.getLong("accepted"),
                row.getLong("rejected"),
                row.getLong("duplicates"));
    }

    private static ImportRequest.@Nullable Dates dates(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? null : new ImportRequest.Dates(from, to);
    }
}
