package io.daybook.notice;

import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.one;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.notice.Notice.Kind;
import io.daybook.notice.Notice.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads notices beside what became of them. */
final class NoticeReadTable implements NoticeViews {
    private static final String NOTICES = """
            SELECT n.notice, n.contractor, n.kind, n.subject, n.email, n.former, n.position, n.occurred_at,
                   coalesce(d.attempts, 0) AS attempts, d.sent_at, n.position <= CASE n.kind WHEN 'EMAIL_CHANGED' THEN b.emails
                   ELSE b.position END AS before
              FROM view.notice n
             CROSS JOIN daybook.notice_beginning b
              LEFT JOIN daybook.notice_delivery d ON d.notice = n.notice
            """;

    private final DataSource source;

    NoticeReadTable(DataSource source) {
        this.source = source;
    }

    @Override
    public List<Notice> page(@Nullable ContractorId contractor, @Nullable After after, int limit) {
        long position = after == null ? 0L : after.position();
        String id = after == null ? "" : after.id();
        return contractor == null
                ? list(source, NOTICES + """
                        WHERE (n.position, n.notice) > (?, ?) ORDER BY n.position, n.notice LIMIT ?
                        """, NoticeReadTable::read, position, id, limit)
                : list(source, NOTICES + """
                        WHERE n.contractor = ? AND (n.position, n.notice) > (?, ?) ORDER BY n.position, n.notice LIMIT ?
                        """, NoticeReadTable::read, contractor.value(), position, id, limit);
    }

    /** The more often it was tried, the later it is tried again: after as many minutes, and after an hour at most. */
    @Override
    public List<Notice> due(Instant now, int limit) {
        return list(source, NOTICES + """
                WHERE n.position > CASE n.kind WHEN 'EMAIL_CHANGED' THEN b.emails ELSE b.position END AND d.sent_at IS NULL
                  AND (d.tried_at IS NULL OR d.tried_at < ? - least(d.attempts, 60) * INTERVAL '1 minute')
                ORDER BY n.position, n.notice LIMIT ?
                """, NoticeReadTable::read, now, limit);
    }

    @Override
    public Optional<Waiting> waiting() {
        return one(source, """
                SELECT count(*) AS waiting, min(n.occurred_at) AS since
                  FROM view.notice n
                 CROSS JOIN daybook.notice_beginning b
                  LEFT JOIN daybook.notice_delivery d ON d.notice = n.notice
                 WHERE n.position > CASE n.kind WHEN 'EMAIL_CHANGED' THEN b.emails ELSE b.position END AND d.sent_at IS NULL
                HAVING count(*) > 0
                """, row -> new Waiting(row.getLong("waiting"), instant(row, "since")));
    }

    private static Notice read(ResultSet row) throws SQLException {
        OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
        Status unsent = row.getBoolean("before") ? Status.LISTED : Status.WAITING;
        return new Notice(
                row.getString("notice"),
                new ContractorId(row.getString("contractor")),
                Kind.valueOf(row.getString("kind")),
                new Subject(row.getString("subject")),
                Sealed.ofText(row.getString("email")),
                row.getBoolean("former"),
                row.getLong("position"),
                instant(row, "occurred_at"),
                sent == null ? unsent : Status.SENT,
                row.getInt("attempts"),
                sent == null ? null : sent.toInstant());
    }
}
