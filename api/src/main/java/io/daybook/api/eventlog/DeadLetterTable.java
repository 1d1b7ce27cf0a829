package io.daybook.api.eventlog;

import io.daybook.kernel.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a schema of views lacks: parked facts, each with the reason. Empty while all is well. */
final class DeadLetterTable {
    private final String views;

    /** @param views the schema that lacks them */
    DeadLetterTable(String views) {
        this.views = views;
    }

    /** Streams of which something is parked, with its first position: nothing behind it may be shown. */
    Map<String, Long> streams(Connection connection) throws SQLException {
        Map<String, Long> streams = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT stream, min(position) FROM daybook.dead_letter WHERE views = ? GROUP BY stream")) {
            statement.setString(1, views);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) streams.put(row.getString(1), row.getLong(2));
            }
        }
        return streams;
    }

    void park(Connection connection, Recorded fact, Poison why) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO daybook.dead_letter (views, position, stream, type, code, place, tries)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)) {
            statement.setString(1, views);
            statement.setLong(2, fact.position());
            statement.setString(3, fact.stream());
            statement.setString(4, fact.event().getClass().getSimpleName());
            statement.setString(5, why.code());
            statement.setString(6, why.place());
            statement.setInt(7, why == Poison.FOLLOWS ? 0 : 1);
            statement.executeUpdate();
        }
    }

    /** The first {@code limit} behind {@code after}, in the order of the log. */
    List<DeadLetter> list(Connection connection, long after, int limit) throws SQLException {
        List<DeadLetter> letters = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT position, stream, type, code, place, tries, parked_at FROM daybook.dead_letter
                WHERE views = ? AND position > ? ORDER BY position LIMIT ?
                """)) {
            statement.setString(1, views);
            statement.setLong(2, after);
            statement.setInt(3, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) letters.add(read(row));
            }
        }
        return letters;
    }

    long count(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count(*) FROM daybook.dead_letter WHERE views = ?")) {
            statement.setString(1, views);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    void shown(Connection connection, long position) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM daybook.dead_letter WHERE views = ? AND position = ?")) {
            statement.setString(1, views);
            statement.setLong(2, position);
            statement.executeUpdate();
        }
    }

    void failedAgain(Connection connection, long position, Poison why) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE daybook.dead_letter SET code = ?, place = ?, tries = tries + 1 WHERE views = ? AND position = ?
                """)) {
            statement.setString(1, why.code());
            statement.setString(2, why.place());
            statement.setString(3, views);
            statement.setLong(4, position);
            statement.executeUpdate();
        }
    }

    /** Where the schema is begun anew. */
    void clear(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM daybook.dead_letter WHERE views = ?")) {
            statement.setString(1, views);
            statement.executeUpdate();
        }
    }

    /** The schema has taken the other's place, and what it lacks goes with it. */
    void becomes(Connection connection, String other) throws SQLException {
        new DeadLetterTable(other).clear(connection);
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE daybook.dead_letter SET views = ? WHERE views = ?")) {
            statement.setString(1, other);
            statement.setString(2, views);
            statement.executeUpdate();
        }
    }

    private static DeadLetter read(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}
