package io.daybook.api.seal;

import io.daybook.audit.EventLeaf;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The log's rows, byte for byte as they are stored. */
final class EventLeafTable {
    private static final long MICROS = 1_000_000;

    private final DataSource source;

    EventLeafTable(DataSource source) {
        this.source = source;
    }

    /** At most {@code limit} rows behind {@code position}, in order, none left out. */
    List<EventLeaf> after(long position, int limit) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT position, event_id, stream, stream_type, seq, type, revision, recorded_at, payload, metadata, salt,
                               person, person_seq
                          FROM daybook.event_log
                         WHERE position > ?
                         ORDER BY position
                         LIMIT ?
                        """)) {
            statement.setLong(1, position);
            statement.setInt(2, limit);
            List<EventLeaf> leaves = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) leaves.add(read(row));
            }
            return leaves;
        } catch (SQLException e) {
            throw new IllegalStateException("the log could not be read", e);
        }
    }

    private static EventLeaf read(ResultSet row) throws SQLException {
        return new EventLeaf(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getLong(7),
                micros(row.getObject(8, OffsetDateTime.class).toInstant()),
                row.getBytes(9),
                row.getBytes(10),
                row.getBytes(11),
                row.getString(12),
                row.getObject(13, Long.class));
    }

    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), MICROS), at.getNano() / 1_000);
    }
}
