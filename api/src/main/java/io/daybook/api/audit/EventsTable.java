package io.daybook.api.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads the log's rows as they are. */
final class EventsTable {
    private static final String ROWS = """
            SELECT position, event_id, stream, stream_type, seq, type, revision, recorded_at, person, person_seq, salt, metadata,
                   payload
              FROM daybook.event_log
             WHERE position > ?
            """;

    private final DataSource source;
    private final LogDatesTable dates;
    private final JsonMapper json;

    EventsTable(DataSource source, JsonMapper json) {
        this.source = source;
        this.dates = new LogDatesTable(source);
        this.json = json;
    }

    /** At most {@code limit} rows behind {@code position}, in order. */
    List<StoredEvent> after(EventFilter filter, long position, int limit) {
        long begin = Math.max(position, filter.from() == null ? 0 : dates.firstAt(filter.from()) - 1);
        StringBuilder sql = new StringBuilder(ROWS);
        List<Object> values = new ArrayList<>(List.of(begin));
        add(sql, values, "position < ?", filter.to() == null ? null : dates.firstAt(filter.to()));
        add(sql, values, "stream = ?", filter.stream());
        add(sql, values, "type = ?", filter.type());
        add(sql, values, "convert_from(metadata, 'UTF8')::jsonb ->> 'actor' = ?", filter.actor());
        add(sql, values, "person = ?", filter.person());
        sql.append(" ORDER BY position LIMIT ?");
        values.add(limit);
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) statement.setObject(i + 1, values.get(i));
            return read(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the log could not be read", e);
        }
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value == null) return;
        sql.append(" AND ").append(condition);
        values.add(value);
    }

    private List<StoredEvent> read(PreparedStatement statement) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next())
                events.add(new StoredEvent(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getInt(7),
                        row.getObject(8, OffsetDateTime.class).toInstant(),
                        row.getString(9),
                        row.getObject(10, Long.class),
                        row.getBytes(11),
                        json.readTree(row.getBytes(12)),
                        json.readTree(row.getBytes(13))));
        }
        return events;
    }
}
