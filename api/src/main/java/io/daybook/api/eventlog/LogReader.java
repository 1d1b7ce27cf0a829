package io.daybook.api.eventlog;

import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the log in its one order, decoded. */
public final class LogReader {
    private static final String COLUMNS =
            "SELECT position, event_id, stream, seq, type, revision, recorded_at, payload, metadata FROM daybook.event_log ";

    private final EventJson json;
    private final RecentEvents recent;

    LogReader(EventJson json, RecentEvents recent) {
        this.json = json;
        this.recent = recent;
    }

    /** The event that this node lately wrote there; empty where it did not. */
    Optional<DomainEvent> justWritten(long position) {
        return recent.at(position);
    }

    /** At most {@code limit} facts behind {@code position}, in order, none left out. */
    public List<Recorded> after(Connection connection, long position, int limit) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(COLUMNS + "WHERE position > ? ORDER BY position LIMIT ?")) {
            statement.setLong(1, position);
            statement.setInt(2, limit);
            return read(statement);
        }
    }

    /** One stream from {@code seq} on. */
    public List<Recorded> stream(Connection connection, String stream, long seq) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(COLUMNS + "WHERE stream = ? AND seq >= ? ORDER BY seq")) {
            statement.setString(1, stream);
            statement.setLong(2, seq);
            return read(statement);
        }
    }

    /** Those facts of a stream that have one of these names, the newest first. */
    List<Recorded> newestOf(Connection connection, String stream, Collection<String> types) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(COLUMNS + "WHERE stream = ? AND type = ANY (?) ORDER BY seq DESC")) {
            statement.setString(1, stream);
            statement.setArray(2, connection.createArrayOf("text", types.toArray()));
            return read(statement);
        }
    }

    /** The last fact of a stream. */
    public Optional<Recorded> last(Connection connection, String stream) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(COLUMNS + "WHERE stream = ? ORDER BY seq DESC LIMIT 1")) {
            statement.setString(1, stream);
            return read(statement).stream().findFirst();
        }
    }

    /** At most so many facts of these streams from their beginnings, one stream after the other. */
    List<Recorded> streams(Connection connection, List<String> streams, int limit) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(COLUMNS + "WHERE stream = ANY (?) ORDER BY stream, seq LIMIT ?")) {
            statement.setInt(2, limit);
            statement.setArray(1, connection.createArrayOf("text", streams.toArray()));
            return read(statement);
        }
    }

    /** Those of these rows that exist, in order. */
    List<Recorded> at(Connection connection, Collection<Long> positions) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(COLUMNS + "WHERE position = ANY (?) ORDER BY position")) {
            statement.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            return read(statement);
        }
    }

    /** The facts of these names in these streams, one stream after the other. */
    List<Recorded> named(Connection connection, Collection<String> streams, Collection<String> names)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                COLUMNS + "WHERE stream = ANY (?) AND type = ANY (?) ORDER BY stream, seq")) {
            statement.setArray(1, connection.createArrayOf("text", streams.toArray()));
            statement.setArray(2, connection.createArrayOf("text", names.toArray()));
            return read(statement);
        }
    }

    public static long head(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT coalesce(max(position), 0) FROM daybook.event_log");
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private List<Recorded> read(PreparedStatement statement) throws SQLException {
        List<Recorded> facts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) facts.add(decode(row));
        }
        return facts;
    }

    private Recorded decode(ResultSet row) throws SQLException {
        long position = row.getLong(1);
        UUID id = row.getObject(2, UUID.class);
        String type = row.getString(5);
        byte[] payload = row.getBytes(8);
        byte[] cause = row.getBytes(9);
        RecentEvents.Written written = recent.find(id, type, payload, cause);
        DomainEvent event = written == null ? json.read(type, row.getInt(6), payload, position) : written.event();
        EventMetadata metadata = written == null ? EventMetadata.read(cause) : written.cause();
        return new Recorded(
                position,
                id.toString(),
                row.getString(3),
                row.getLong(4),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                event,
                metadata.actor(),
                metadata.correlation());
    }
}
