package io.daybook.notice;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.update;

import io.daybook.kernel.ProjectionTable;
import io.daybook.notice.NoticeRows.Contact;
import io.daybook.notice.NoticeRows.Wanted;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Writes addresses, and a notice for each that stood at the fact or was replaced in the 90 days before it. */
final class NoticeTable implements ProjectionTable<NoticeRows> {
    @Override
    public Set<String> tables() {
        return Set.of("contact", "notice");
    }

    @Override
    public void write(Connection connection, NoticeRows rows) throws SQLException {
        if (!rows.contacts.isEmpty()) addContacts(connection, rows.contacts);
        if (!rows.wanted.isEmpty()) addNotices(connection, rows.wanted);
    }

    private static void addContacts(Connection connection, List<Contact> rows) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.contact (contractor, seq, email, email_index, known_at)
                SELECT contractor, seq::bigint, email, email_index, known_at::timestamptz
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(contractor, seq, email, email_index, known_at)
                ON CONFLICT DO NOTHING
                """,
                column(rows, row -> row.contractor().value()),
                column(rows, Contact::seq),
                column(rows, row -> row.email().sealed().toText()),
                column(rows, row -> row.email().index()),
                column(rows, Contact::knownAt));
    }

    /**
     * Addresses of one index are one address; it is former when another was known after it and before the fact, or by the fact.
     * New details with the address that stood before are no change of it.
     */
    private static void addNotices(Connection connection, List<Wanted> rows) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.notice (notice, contractor, kind, subject, email, former, position, occurred_at)
                SELECT 'notice-' || left(encode(sha256(convert_to(w.event || ':' || c.email_index, 'UTF8')), 'hex'), 32),
                       w.contractor, w.kind, w.subject, c.email, c.left_at IS NOT NULL, w.position::bigint,
                       w.occurred_at::timestamptz
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS w(event, contractor, seq, kind, subject, position, occurred_at)
                 CROSS JOIN LATERAL (
                    SELECT DISTINCT ON (k.email_index) k.email, k.email_index,
                           (SELECT min(n.known_at) FROM view.contact n
                             WHERE n.contractor = k.contractor AND n.seq > k.seq AND n.seq <= w.seq::bigint) AS left_at
                      FROM view.contact k
                     WHERE k.contractor = w.contractor AND k.seq <= w.seq::bigint
                     ORDER BY k.email_index, k.seq DESC) AS c
                 WHERE (c.left_at IS NULL OR c.left_at > w.occurred_at::timestamptz - INTERVAL '90 days')
                   AND (w.kind <> 'EMAIL_CHANGED' OR (
                       SELECT count(DISTINCT near.email_index) FROM (
                           SELECT k.email_index FROM view.contact k
                            WHERE k.contractor = w.contractor AND k.seq <= w.seq::bigint
                            ORDER BY k.seq DESC LIMIT 2) AS near) = 2)
                ON CONFLICT DO NOTHING
                """,
                column(rows, Wanted::event),
                column(rows, row -> row.contractor().value()),
                column(rows, Wanted::seq),
                column(rows, Wanted::kind),
                column(rows, Wanted::subject),
                column(rows, Wanted::position),
                column(rows, Wanted::occurredAt));
    }
}
