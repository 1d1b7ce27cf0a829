package io.daybook.statement;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.update;

import io.daybook.kernel.ProjectionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Writes which statements were issued. */
final class IssuedTable implements ProjectionTable<List<StatementView>> {
    @Override
    public Set<String> tables() {
        return Set.of("issued_statement");
    }

    @Override
    public void write(Connection connection, List<StatementView> rows) throws SQLException {
        if (rows.isEmpty()) return;
        update(
                connection,
                """
                INSERT INTO view.issued_statement
                       (statement, contractor, begins_at, ends_at, events, last_person_seq, known_at, form, hash, subject,
                        issued_at, position, event_id)
                SELECT statement, contractor, begins_at::timestamptz, ends_at::timestamptz, events::bigint,
                       last_person_seq::bigint, known_at::bigint, form::integer, hash, subject, issued_at::timestamptz,
                       position::bigint, event_id
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(statement, contractor, begins_at, ends_at, events, last_person_seq, known_at, form, hash, subject,
                           issued_at, position, event_id)
                """,
                column(rows, row -> row.id().value()),
                column(rows, row -> row.contractor().value()),
                column(rows, StatementView::from),
                column(rows, StatementView::to),
                column(rows, row -> row.history().count()),
                column(rows, row -> row.history().lastPersonSeq()),
                column(rows, row -> row.history().knownAt()),
                column(rows, StatementView::form),
                column(rows, StatementView::hash),
                column(rows, row -> row.by().value()),
                column(rows, StatementView::issuedAt),
                column(rows, StatementView::position),
                column(rows, StatementView::eventId));
    }
}
