package io.daybook.api.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
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
    private static final String COUNT = """
            SELECT count(*) FROM daybook.event_log
             WHERE position > ?
            """;
    /** By the digest of the seed, a line feed and the event's id: whoever has those can draw the same. */
    private static final String DRAWN = """
            SELECT position, event_id, stream, stream_type, seq, type, revision, recorded_at, person, person_seq, salt, metadata,
                   payload, sha256(?::bytea || uuid_send(event_id)) AS digest
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

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** An event of a sample. @param digest lower-case hex, that of the seed and the event's id */
    record Drawn(String digest, StoredEvent event) {}

    /** At most {@code limit} rows behind {@code position}, in order. */
    List<StoredEvent> after(EventFilter filter, long position, int limit) {
        List<Object> values = new ArrayList<>(List.of(position));
        String conditions = conditions(filter, values);
        values.add(limit);
        return list(ROWS + conditions + " ORDER BY position LIMIT ?", values, this::event);
    }

    long count(EventFilter filter) {
        List<Object> values = new ArrayList<>(List.of(0L));
        String conditions = conditions(filter, values);
        return list(COUNT + conditions, values, row -> row.getLong(1)).getFirst();
    }

    /** Those with the least digests, the least first. */
    List<Drawn> draw(EventFilter filter, String seed, int count) {
        List<Object> values = new ArrayList<>(List.of((seed + "\n").getBytes(UTF_8), 0L));
        String conditions = conditions(filter, values);
        values.add(count);
        return list(
                DRAWN + conditions + " ORDER BY digest, position LIMIT ?",
                values,
                row -> new Drawn(HexFormat.of().formatHex(row.getBytes(14)), event(row)));
    }

    /** The greatest position that was recorded by then; 0 before the first. @param instant null for now */
    long lastPosition(@Nullable Instant instant) {
        return list("""
                        SELECT coalesce((SELECT position FROM daybook.event_log WHERE recorded_at <= ?::timestamptz
                                          ORDER BY position DESC LIMIT 1), 0)
                        """, List.of(instant == null ? "infinity" : instant.toString()), row -> row.getLong(1))
                .getFirst();
    }

    private String conditions(EventFilter filter, List<Object> values) {
        StringBuilder sql = new StringBuilder();
        add(sql, values, "position >= ?", filter.from() == null ? null : dates.firstAt(filter.from()));
        add(sql, values, "position < ?", filter.to() == null ? null : dates.firstAt(filter.to()));
        add(sql, values, "stream = ?", filter.stream());
        add(sql, values, "type = ?", filter.type());
        add(sql, values, "convert_from(metadata, 'UTF8')::jsonb ->> 'actor' = ?", filter.actor());
        add(sql, values, "person = ?", filter.person());
        add(sql, values, "position <= ?", filter.last());
        return sql.toString();
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value == null) return;
        sql.append(" AND ").append(condition);
        values.add(value);
    }

    private <T> List<T> list(String sql, List<Object> values, Row<T> reader) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) statement.setObject(i + 1, values.get(i));
            List<T> read = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) read.add(reader.read(row));
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException("the log could not be read", e);
        }
    }

    private StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
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
                json.readTree(row.getBytes(13)));
    }
}
