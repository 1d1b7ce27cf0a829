package io.daybook.api.audit;

import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.update;

import io.daybook.kernel.Subject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes down and reads who read what. */
final class AuditAccessTable {
    private final DataSource source;

    AuditAccessTable(DataSource source) {
        this.source = source;
    }

    /** Returns once others see it. It waits for no disk: a crash of the server can take the last half second of it away. */
    void add(AuditAccess access) {
        try (Connection connection = source.getConnection()) {
            update(
                    connection,
                    """
                    WITH quick AS (SELECT set_config('synchronous_commit', 'off', true))
                    INSERT INTO daybook.audit_access (at, subject, acting, roles, route, path, query, request)
                    SELECT ?, ?, ?, ?, ?, ?, ?, ? FROM quick
                    """,
                    access.at(),
                    access.subject().value(),
                    access.acting().value(),
                    String.join(",", access.roles()),
                    access.route(),
                    access.path(),
                    access.query(),
                    access.request());
        } catch (SQLException e) {
            throw new IllegalStateException("who reads this could not be written down", e);
        }
    }

    /** The latest first, those before {@code id}; nulls are everybody and any time. */
    List<AuditAccess> before(
            long id, @Nullable String subject, @Nullable Instant from, @Nullable Instant to, int limit) {
        return list(source, """
                SELECT access, at, subject, acting, roles, route, path, query, request
                  FROM daybook.audit_access
                 WHERE access < ? AND (?::text IS NULL OR subject = ?::text)
                   AND (?::timestamptz IS NULL OR at >= ?::timestamptz) AND (?::timestamptz IS NULL OR at < ?::timestamptz)
                 ORDER BY access DESC LIMIT ?
                """, AuditAccessTable::read, id, subject, subject, from, from, to, to, limit);
    }

    private static AuditAccess read(ResultSet row) throws SQLException {
        String roles = row.getString("roles");
        return new AuditAccess(
                row.getLong("access"),
                instant(row, "at"),
                new Subject(row.getString("subject")),
                new Subject(row.getString("acting")),
                roles.isEmpty() ? List.of() : List.of(roles.split(",")),
                row.getString("route"),
                row.getString("path"),
                row.getString("query"),
                row.getString("request"));
    }
}
