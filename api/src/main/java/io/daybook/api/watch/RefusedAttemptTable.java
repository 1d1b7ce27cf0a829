package io.daybook.api.watch;

import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.update;

import io.daybook.kernel.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Refused attempts: one row for a person, code, route and target a day, however often. */
final class RefusedAttemptTable {
    private static final int AT_MOST = 200;

    private final DataSource source;

    RefusedAttemptTable(DataSource source) {
        this.source = source;
    }

    void add(Subject subject, String code, String route, String target, Instant at) {
        try (Connection connection = source.getConnection()) {
            update(connection, """
                    INSERT INTO daybook.refused_attempt AS known (subject, code, route, target, day, count, first_at, last_at)
                    VALUES (?, ?, ?, ?, (? AT TIME ZONE 'UTC')::date, 1, ?, ?)
                    ON CONFLICT (subject, code, route, target, day)
                    DO UPDATE SET count = known.count + 1, last_at = greatest(known.last_at, excluded.last_at)
                    """, subject.value(), code, route, target, at, at, at);
        } catch (SQLException e) {
            throw new IllegalStateException("a refused attempt could not be written down", e);
        }
    }

    List<RefusedAttempt> since(Instant begin) {
        return list(
                source,
                """
                SELECT subject, code, sum(count) AS count, max(last_at) AS last_at,
                       (array_agg(DISTINCT route ORDER BY route))[1:3] AS routes
                  FROM daybook.refused_attempt
                 WHERE last_at >= ?
                 GROUP BY subject, code
                 ORDER BY max(last_at) DESC, subject, code
                 LIMIT ?
                """,
                row -> new RefusedAttempt(
                        new Subject(row.getString("subject")),
                        row.getString("code"),
                        row.getLong("count"),
                        String.join(", ", (String[]) row.getArray("routes").getArray()),
                        instant(row, "last_at")),
                begin,
                AT_MOST);
    }
}
