package io.daybook.payout.engine;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.one;
import static io.daybook.shell.SqlTable.update;

import io.daybook.kernel.PersonId;
import io.daybook.kernel.Sealed;
import io.daybook.rail.RailObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The inbox in the database. */
final class RailInboxTable implements RailInbox {
    private final DataSource source;

    RailInboxTable(DataSource source) {
        this.source = source;
    }

    @Override
    public boolean receive(Message message) {
        Sealed account = message.account();
        boolean related = message.kind() != null;
        return change(
                        """
                        INSERT INTO daybook.rail_inbox
                               (rail, event_id, kind, provider_id, status, created_at, sealed_for, account, body, received_at,
                                due_at, done_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
                        ON CONFLICT DO NOTHING
                        """,
                        message.rail(),
                        message.eventId(),
                        message.kind(),
                        message.providerId(),
                        message.status(),
                        message.createdAt(),
                        message.body().key().value(),
                        account == null ? null : account.toBase64(),
                        message.body().toBase64(),
                        message.receivedAt(),
                        message.receivedAt(),
                        related ? null : message.receivedAt())
                == 1;
    }

    @Override
    public List<Message> waiting(String rail, Instant now, int limit) {
        return list(source, """
                SELECT rail, event_id, kind, provider_id, status, coalesce(created_at, received_at) AS created_at,
                       sealed_for, account, body, received_at
                  FROM daybook.rail_inbox
                 WHERE rail = ? AND done_at IS NULL AND due_at <= ?
                 ORDER BY received_at, event_id LIMIT ?
                """, RailInboxTable::read, rail, now, limit);
    }

    private static Message read(ResultSet row) throws SQLException {
        PersonId key = new PersonId(row.getString("sealed_for"));
        String account = row.getString("account");
        String kind = row.getString("kind");
        String status = row.getString("status");
        return new Message(
                row.getString("rail"),
                row.getString("event_id"),
                kind == null ? null : RailObject.Kind.valueOf(kind),
                row.getString("provider_id"),
                status == null ? null : RailObject.Status.valueOf(status),
                instant(row, "created_at"),
                account == null ? null : sealed(key, account),
                sealed(key, row.getString("body")),
                instant(row, "received_at"));
    }

    private static Sealed sealed(PersonId key, String base64) {
        return new Sealed(key, Base64.getDecoder().decode(base64));
    }

    @Override
    public long waitingCount(String rail) {
        return one(
                        source,
                        "SELECT count(*) FROM daybook.rail_inbox WHERE rail = ? AND done_at IS NULL",
                        row -> row.getLong(1),
                        rail)
                .orElse(0L);
    }

    @Override
    public Optional<Instant> oldestWaiting(String rail) {
        return list(
                        source,
                        "SELECT received_at FROM daybook.rail_inbox WHERE rail = ? AND done_at IS NULL"
                                + " ORDER BY received_at LIMIT 1",
                        row -> instant(row, "received_at"),
                        rail)
                .stream()
                .findFirst();
    }

    @Override
    public void done(String rail, Collection<String> eventIds, Instant at) {
        change(
                "UPDATE daybook.rail_inbox SET done_at = ? WHERE rail = ? AND event_id = ANY(?)",
                at,
                rail,
                column(eventIds, id -> id));
    }

    @Override
    public void later(String rail, Collection<String> eventIds, Instant notBefore) {
        change(
                "UPDATE daybook.rail_inbox SET due_at = ? WHERE rail = ? AND event_id = ANY(?)",
                notBefore,
                rail,
                column(eventIds, id -> id));
    }

    private int change(String sql, @Nullable Object... values) {
        try (Connection connection = source.getConnection()) {
            return update(connection, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException("the inbox could not be written", e);
        }
    }
}
