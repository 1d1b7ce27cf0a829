package io.daybook.api.eventlog;

import io.daybook.kernel.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks up what the log held at a time or under an id, for whoever wants it told once more. */
public final class LoggedFacts {
    private final DataSource database;
    private final LogReader reader;

    public LoggedFacts(DataSource database, LogReader reader) {
        this.database = database;
        this.reader = reader;
    }

    /** At most {@code limit} facts behind {@code position}, in order. */
    public List<Recorded> after(long position, int limit) {
        try (Connection connection = database.getConnection()) {
            return reader.after(connection, position, limit);
        } catch (SQLException e) {
            throw unread(e);
        }
    }

    public Optional<Recorded> byId(UUID event) {
        try (Connection connection = database.getConnection()) {
            long position = number(connection, "SELECT min(position) FROM daybook.event_log WHERE event_id = ?", event);
            return position == 0
                    ? Optional.empty()
                    : reader.after(connection, position - 1, 1).stream().findFirst();
        } catch (SQLException e) {
            throw unread(e);
        }
    }

    /** The last position recorded before then; times rise with positions, so all behind it were recorded then or later. */
    public long endBefore(Instant then) {
        try (Connection connection = database.getConnection()) {
            return number(connection, """
                    SELECT position FROM daybook.event_log WHERE recorded_at < ? ORDER BY position DESC LIMIT 1
                    """, then.atOffset(ZoneOffset.UTC));
        } catch (SQLException e) {
            throw unread(e);
        }
    }

    private static long number(Connection connection, String sql, Object value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static IllegalStateException unread(SQLException e) {
        return new IllegalStateException("the log could not be read", e);
    }
}
